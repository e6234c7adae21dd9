using System;
using System.Globalization;
using PSDicom.Text;

namespace PSDicom;

/// <summary>A file or folder that a run passed over without an error, because nobody named it.</summary>
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

    /// <summary>Why it was passed over.</summary>
    public SkipReason Reason { get; }

    /// <summary>The same in words.</summary>
    public string Message { get; }

    /// <summary>The file that an error is of, if it only says that there is nothing of what is read; else null.</summary>
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

    /// <summary>A folder that a command gave which lists files and folders alike.</summary>
    /// <param name="path">The folder.</param>
    public static SkippedFile OfFolder(string path) => new(path, SkipReason.Folder, "It is a folder.");

    /// <summary>A file that was to be written and is there already.</summary>
    /// <param name="path">The file.</param>
    public static SkippedFile OfTarget(string path) => new(path, SkipReason.TargetExists, "It exists already.");

    /// <summary>A hidden folder, or one of the system.</summary>
    /// <param name="path">The folder.</param>
    public static SkippedFile OfHidden(string path) =>
        new(path, SkipReason.HiddenFolder, "It is a hidden folder, a wastebasket or a snapshot.");

    /// <summary>A folder that is a link.</summary>
    internal static SkippedFile OfLink(string path) => new(path, SkipReason.FolderLink, "It is a link to a folder.");

    /// <summary>How many files were to be written and are there already, in words.</summary>
    /// <param name="count">The number; above 0.</param>
    public static string DescribeTargets(long count) => count == 1
        ? "1 file exists already and was passed over."
        : $"{count.ToString(CultureInfo.InvariantCulture)} files exist already and were passed over.";

    /// <summary>What was passed over, and why, to be shown.</summary>
    public override string ToString() => PlainText.Of($"Passed over '{FullName}': {Message}");
}
