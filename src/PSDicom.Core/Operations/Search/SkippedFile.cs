using System;
using System.Globalization;
using PSDicom.Text;

namespace PSDicom;

/// <summary>A file or folder that was skipped without an error, because the user did not name it.</summary>
public sealed class SkippedFile
{
    private SkippedFile(string path, SkipReason reason, string message)
    {
        FullName = path;
        Reason = reason;
        Message = message;
    }

    /// <summary>The file or folder.</summary>
    public string FullName { get; }

    /// <summary>The reason.</summary>
    public SkipReason Reason { get; }

    /// <summary>The reason in words.</summary>
    public string Message { get; }

    /// <summary>The skipped file for an error which says that the file has nothing to read; null for any other error.</summary>
    /// <param name="path">The file.</param>
    /// <param name="error">The error.</param>
    public static SkippedFile? Of(string path, Exception error) => error is DicomException dicom ? dicom.Reason switch
    {
        DicomErrorReason.NotDicom => new(path, SkipReason.NotDicom, dicom.Message),
        DicomErrorReason.EmptyFile => new(path, SkipReason.EmptyFile, dicom.Message),
        DicomErrorReason.NoPixelData => new(path, SkipReason.NoPixelData, dicom.Message),
        _ => null,
    }
    : null;

    /// <summary>A folder that was passed by a command which lists files and folders.</summary>
    /// <param name="path">The folder.</param>
    public static SkippedFile OfFolder(string path) => new(path, SkipReason.Folder, "It is a folder.");

    /// <summary>A file to write that already exists.</summary>
    /// <param name="path">The file.</param>
    public static SkippedFile OfTarget(string path) => new(path, SkipReason.TargetExists, "It already exists.");

    /// <summary>A hidden or system folder.</summary>
    /// <param name="path">The folder.</param>
    public static SkippedFile OfHidden(string path) =>
        new(path, SkipReason.HiddenFolder, "It is a hidden folder, a wastebasket or a snapshot.");

    /// <summary>A file that was already changed in this run, by another path to it.</summary>
    internal static SkippedFile OfRepeated(string path) => new(path, SkipReason.Repeated, "It was already named in this call.");

    /// <summary>A file for which a table of values has no row.</summary>
    /// <param name="path">The file.</param>
    public static SkippedFile OfUnmapped(string path) => new(path, SkipReason.NotInMap, "The table has no row for it.");

    /// <summary>A temporary file or a backup of this module.</summary>
    internal static SkippedFile OfTemporary(string path) => new(path, SkipReason.TemporaryFile, "It is a temporary file or a backup of this module.");

    /// <summary>A folder that is a link.</summary>
    internal static SkippedFile OfLink(string path) => new(path, SkipReason.FolderLink, "It is a link to a folder.");

    /// <summary>The message about pictures that already exist.</summary>
    /// <param name="count">The number of pictures; above 0.</param>
    public static string DescribeTargets(long count) => count == 1
        ? "1 file already exists and was skipped."
        : $"{count.ToString(CultureInfo.InvariantCulture)} files already exist and were skipped.";

    /// <summary>The skipped file and the reason, safe to show.</summary>
    public override string ToString() => PlainText.Of($"Skipped '{FullName}': {Message}");
}
