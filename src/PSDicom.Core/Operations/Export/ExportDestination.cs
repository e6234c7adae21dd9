using System;
using System.Collections.Generic;
using System.IO;
using System.Text.RegularExpressions;
using PSDicom.IO.Writing;
using PSDicom.Operations.Targets;
using PSDicom.Pictures;

namespace PSDicom.Operations.Export;

/// <summary>Where the pictures of a call go: a folder, or the path of the only one. Any number of threads may use it at once.</summary>
internal sealed class ExportDestination
{
    private static readonly Regex ExtensionLike = new("^\\.[A-Za-z][A-Za-z0-9]{0,7}$", RegexOptions.CultureInvariant);

    private readonly HashSet<ulong> _folders = [];
    private readonly UsedPaths _used = new();

    public ExportDestination(FrameExportOptions options)
    {
        options.Validate();
        FullPath = Path.GetFullPath(options.Destination);
        IsFile = FormatOf(options) is not null;
        Format = ImageFormats.Find(options.Format ?? FormatOf(options) ?? PictureFormat.Png);
    }

    /// <summary>The full path.</summary>
    public string FullPath { get; }

    /// <summary>Whether it is the path of a picture, and not a folder.</summary>
    public bool IsFile { get; }

    /// <summary>The files that the call reads, as far as they are known.</summary>
    public InputPaths Inputs { get; } = new();

    /// <summary>The format of the pictures.</summary>
    public ImageFormat Format { get; }

    /// <summary>The format of the only picture, by the extension of its path; null if the destination is a folder.</summary>
    public static PictureFormat? FormatOf(FrameExportOptions options) =>
        options.NameTemplate is null && ImageFormats.FindByExtension(Path.GetExtension(options.Destination)) is { } format
            && !Directory.Exists(options.Destination)
            ? format.Format
            : null;

    /// <summary>Whether a destination ends in what looks like an extension. One that ends in a separator is a folder and does not.</summary>
    /// <remarks>No number is an extension: the parts of UIDs, versions and dates are none.</remarks>
    public static bool HasExtension(string destination) => ExtensionLike.IsMatch(Path.GetExtension(destination));

    /// <summary>The full path of a picture by its path in the folder.</summary>
    /// <exception cref="DicomException">It would not be in the folder.</exception>
    /// <exception cref="TargetWriteException">It is too long for the framework.</exception>
    public string PathOf(string relative)
    {
        string path = Path.Combine(FullPath, relative);
        path = AtomicFile.OnTarget(path, () => Path.GetFullPath(path));
        string folder = FullPath.TrimEnd(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar) + Path.DirectorySeparatorChar;
        return path.Length > folder.Length && path.StartsWith(folder, StringComparison.Ordinal) ? path : throw Outside(path);
    }

    /// <summary>Keeps a path for one picture of the call.</summary>
    /// <param name="path">The path.</param>
    /// <param name="source">The file that the picture is of; null for bytes in memory.</param>
    /// <param name="owner">If another picture has the path, the file that that one is of.</param>
    /// <returns>False if another picture has the path.</returns>
    public bool TryClaim(string path, string? source, out string? owner)
    {
        lock (_used) return _used.TryAdd(path, source, out owner);
    }

    /// <summary>Finds a folder on the way to a picture that is a link, and so may lead anywhere. The destination itself may be one.</summary>
    /// <exception cref="DicomException">There is one.</exception>
    public void CheckFolders(string path)
    {
        if (IsFile) return;
        for (string folder = Path.GetDirectoryName(path)!; folder.Length > FullPath.Length; folder = Path.GetDirectoryName(folder)!)
        {
            var info = new DirectoryInfo(folder);
            if (info.Exists && LinkFolder.Is(info)) throw Outside(path);
        }
    }

    /// <summary>Makes the folders on the way to a picture. What was made or found once is not looked at again.</summary>
    /// <exception cref="DicomException">One is a link.</exception>
    /// <exception cref="TargetWriteException">One cannot be made.</exception>
    public void MakeFolders(string path)
    {
        string folder = Path.GetDirectoryName(path)!;
        ulong hash = TextHash.Of(folder);
        lock (_folders)
        {
            if (_folders.Contains(hash)) return;
        }

        CheckFolders(path);
        AtomicFile.OnTarget(path, () => Directory.CreateDirectory(folder));
        lock (_folders) _folders.Add(hash);
    }

    private DicomException Outside(string path) => new(
        DicomErrorReason.TargetOutsideDestination, $"'{path}' would not be in '{FullPath}': a folder on the way is a link. Remove the link.");
}
