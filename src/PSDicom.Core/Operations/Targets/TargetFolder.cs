using System;
using System.Collections.Generic;
using System.IO;
using System.Text.RegularExpressions;
using PSDicom.IO.Writing;

namespace PSDicom.Operations.Targets;

/// <summary>The destination of a call: a folder, or the path of a single file. Thread-safe.</summary>
internal class TargetFolder
{
    private static readonly Regex ExtensionLike = new("^\\.[A-Za-z][A-Za-z0-9]{0,7}$", RegexOptions.CultureInvariant);

    private readonly InputPaths _inputs = new();
    private readonly HashSet<ulong> _folders = [];
    private readonly UsedPaths _used = new();

    /// <summary>Creates a destination from the path that a user gave.</summary>
    /// <param name="path">The path of the folder, or of the single file.</param>
    /// <param name="isFile">Whether it is the path of a single file.</param>
    /// <param name="replaces">Whether to replace existing files.</param>
    public TargetFolder(string path, bool isFile, bool replaces)
    {
        FullPath = Path.GetFullPath(path);
        IsFile = isFile;
        Replaces = replaces;
    }

    /// <summary>The full path.</summary>
    public string FullPath { get; }

    /// <summary>Whether it is the path of a single file instead of a folder.</summary>
    public bool IsFile { get; }

    /// <summary>Whether existing files are replaced.</summary>
    public bool Replaces { get; }

    /// <summary>Whether a destination seems to have an extension. A path that ends with a separator is a folder and has none.</summary>
    /// <remarks>Numbers, as in UIDs, versions and dates, are not extensions.</remarks>
    public static bool HasExtension(string destination) => ExtensionLike.IsMatch(Path.GetExtension(destination));

    /// <summary>Whether it lies in another folder, so that files written there would be found by a search of that one.</summary>
    public bool IsIn(string root)
    {
        string outer = Path.GetFullPath(root);
        return Place.IsIn(Place.Of(FullPath), Place.Of(outer)) || Place.IsIn(FullPath, outer);
    }

    /// <summary>Protects an input file from being replaced.</summary>
    public void Protect(string input)
    {
        if (Replaces) _inputs.Add(input);
    }

    /// <summary>Whether a path is that of a protected input file.</summary>
    public bool IsInput(string path) => _inputs.Contains(path);

    /// <summary>The full path of a path relative to the folder.</summary>
    /// <exception cref="DicomException">It would be outside the folder.</exception>
    /// <exception cref="TargetWriteException">It is too long for the framework.</exception>
    public string PathOf(string relative)
    {
        string path = Path.Combine(FullPath, relative);
        path = AtomicFile.OnTarget(path, () => Path.GetFullPath(path));
        string folder = Ended(FullPath);
        return path.Length > folder.Length && path.StartsWith(folder, StringComparison.Ordinal) ? path : throw Outside(path);
    }

    /// <summary>Reserves a path for one file of the call.</summary>
    /// <param name="path">The path.</param>
    /// <param name="source">The source of the file; null for bytes in memory.</param>
    /// <param name="owner">If another file has the path, its source.</param>
    /// <returns>False if another file has the path.</returns>
    public bool TryClaim(string path, string? source, out string? owner)
    {
        lock (_used) return _used.TryAdd(path, source, out owner);
    }

    /// <summary>Checks that a path may be written.</summary>
    /// <param name="path">The path of a file to write.</param>
    /// <param name="source">The source of the file; null for bytes in memory.</param>
    /// <param name="replacesDicom">Whether existing DICOM files may be replaced, if files may be replaced at all.</param>
    /// <exception cref="DicomException">A file exists that must not be replaced: <see cref="DicomErrorReason.TargetExists"/>.</exception>
    /// <exception cref="TargetWriteException">The path is a folder.</exception>
    public void CheckFile(string path, string? source, bool replacesDicom = false)
    {
        if (source is not null && Path.GetFullPath(source) == path) throw NeverReplaced(path, "is the source itself");
        if (Replaces && _inputs.Contains(path)) throw NeverReplaced(path, "is an input file");
        if (Replaces && !replacesDicom && DicomFiles.IsAt(path)) throw NeverReplaced(path, "is a DICOM file");
        bool isFolder = Directory.Exists(path);
        if (!Replaces && (isFolder || File.Exists(path))) throw AtomicFile.Exists(path);
        if (isFolder) throw new TargetWriteException(path, new IOException("A folder has this name."));
    }

    /// <summary>
    /// Checks that no folder below the destination is a link, which could lead anywhere. The destination itself may be one.
    /// </summary>
    /// <exception cref="DicomException">A folder is a link.</exception>
    public void CheckFolders(string path)
    {
        if (IsFile) return;
        for (string folder = Path.GetDirectoryName(path)!; folder.Length > FullPath.Length; folder = Path.GetDirectoryName(folder)!)
        {
            var info = new DirectoryInfo(folder);
            if (info.Exists && Links.Is(info)) throw Outside(path);
        }
    }

    /// <summary>Creates the folders of a file. A folder is checked only once.</summary>
    /// <exception cref="DicomException">A folder is a link.</exception>
    /// <exception cref="TargetWriteException">A folder cannot be created.</exception>
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

    /// <summary>The error for a file that is never replaced, even when forced.</summary>
    public static DicomException NeverReplaced(string path, string what) =>
        new(DicomErrorReason.TargetExists, $"'{path}' {what}, which is never replaced. Choose another destination or name.");

    private static string Ended(string path) => path.TrimEnd(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar) + Path.DirectorySeparatorChar;

    private DicomException Outside(string path) => new(
        DicomErrorReason.TargetOutsideDestination,
        $"'{path}' would be outside '{FullPath}', because one of its folders is a link. Remove the link.");
}
