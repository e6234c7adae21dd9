using System;
using System.Collections.Generic;
using System.IO;
using System.Text.RegularExpressions;
using PSDicom.IO.Writing;

namespace PSDicom.Operations.Targets;

/// <summary>The place of the files that a call writes: a folder, or the path of the only file. Any number of threads may use it at once.</summary>
internal class TargetFolder
{
    private static readonly Regex ExtensionLike = new("^\\.[A-Za-z][A-Za-z0-9]{0,7}$", RegexOptions.CultureInvariant);

    private readonly InputPaths _inputs = new();
    private readonly HashSet<ulong> _folders = [];
    private readonly UsedPaths _used = new();

    /// <summary>Takes a place as a user named it.</summary>
    /// <param name="path">The path of the folder, or of the only file.</param>
    /// <param name="isFile">Whether it is the path of the only file.</param>
    /// <param name="replaces">Whether files that exist are replaced.</param>
    public TargetFolder(string path, bool isFile, bool replaces)
    {
        FullPath = Path.GetFullPath(path);
        IsFile = isFile;
        Replaces = replaces;
    }

    /// <summary>The full path.</summary>
    public string FullPath { get; }

    /// <summary>Whether it is the path of the only file, and not a folder.</summary>
    public bool IsFile { get; }

    /// <summary>Whether files that exist are replaced.</summary>
    public bool Replaces { get; }

    /// <summary>Whether a destination ends in what looks like an extension. A path that ends in a separator is a folder and does not.</summary>
    /// <remarks>No number is an extension: the parts of UIDs, versions and dates are none.</remarks>
    public static bool HasExtension(string destination) => ExtensionLike.IsMatch(Path.GetExtension(destination));

    /// <summary>Keeps an input file from being replaced.</summary>
    public void Protect(string input)
    {
        if (Replaces) _inputs.Add(input);
    }

    /// <summary>The full path of a file by its path in the folder.</summary>
    /// <exception cref="DicomException">It would not be in the folder.</exception>
    /// <exception cref="TargetWriteException">It is too long for the framework.</exception>
    public string PathOf(string relative)
    {
        string path = Path.Combine(FullPath, relative);
        path = AtomicFile.OnTarget(path, () => Path.GetFullPath(path));
        string folder = FullPath.TrimEnd(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar) + Path.DirectorySeparatorChar;
        return path.Length > folder.Length && path.StartsWith(folder, StringComparison.Ordinal) ? path : throw Outside(path);
    }

    /// <summary>Reserves a path for one file of the call.</summary>
    /// <param name="path">The path.</param>
    /// <param name="source">The source of the file; null for bytes in memory.</param>
    /// <param name="owner">If another file has the path, the source of that one.</param>
    /// <returns>False if another file has the path.</returns>
    public bool TryClaim(string path, string? source, out string? owner)
    {
        lock (_used) return _used.TryAdd(path, source, out owner);
    }

    /// <summary>Finds what is at a path and is not to be replaced.</summary>
    /// <param name="path">The path of a file that is to be written.</param>
    /// <param name="source">The source of the file; null for bytes in memory.</param>
    /// <exception cref="DicomException">There is a file that is not to be replaced: <see cref="DicomErrorReason.TargetExists"/>.</exception>
    /// <exception cref="TargetWriteException">There is a folder.</exception>
    public void CheckFile(string path, string? source)
    {
        if (source is not null && Path.GetFullPath(source) == path) throw Kept(path, "is the source itself");
        if (Replaces && _inputs.Contains(path)) throw Kept(path, "is an input file");
        if (Replaces && DicomFiles.IsAt(path)) throw Kept(path, "is a DICOM file");
        bool isFolder = Directory.Exists(path);
        if (!Replaces && (isFolder || File.Exists(path))) throw AtomicFile.Exists(path);
        if (isFolder) throw new TargetWriteException(path, new IOException("There is a folder of this name."));
    }

    /// <summary>Finds a folder on the way to a file that is a link, and so may lead anywhere. The destination itself may be one.</summary>
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

    /// <summary>Makes the folders on the way to a file. A folder that was made or found once is not looked at again.</summary>
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

    /// <summary>The error of a file that is never replaced, forced or not.</summary>
    public static DicomException Kept(string path, string what) =>
        new(DicomErrorReason.TargetExists, $"'{path}' {what}, which is never replaced. Choose another destination or name.");

    private DicomException Outside(string path) => new(
        DicomErrorReason.TargetOutsideDestination, $"'{path}' would not be in '{FullPath}': a folder on the way is a link. Remove the link.");
}
