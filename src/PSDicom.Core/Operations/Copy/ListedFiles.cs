using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using PSDicom.Operations.Targets;

namespace PSDicom.Operations.Copy;

/// <summary>
/// The files that a DICOMDIR in their folder, or in a folder above it, lists: without them it would be wrong (PS3.10 section 8). Thread-safe.
/// </summary>
internal sealed class ListedFiles
{
    // Its name is in capitals, but a mounted disk may show it otherwise.
    private static readonly string[] DirectoryNames = ["DICOMDIR", "dicomdir"];

    // A File ID has at most eight components (PS3.10 section 8.2).
    private const int MaxLevels = 8;

    private readonly Dictionary<string, (string Path, HashSet<ulong> Files)?> _directories = new(StringComparer.Ordinal);

    /// <summary>The DICOMDIR that lists a file, or cannot be read and may do so; null if there is none.</summary>
    /// <param name="path">The full path of the file.</param>
    /// <param name="cancellation">Ends the reading of a DICOMDIR.</param>
    public string? FindDirectory(string path, CancellationToken cancellation)
    {
        string name = Path.GetFileName(path);
        string? folder = Path.GetDirectoryName(path);
        for (int level = 0; level < MaxLevels && folder is not null; level++)
        {
            if (In(folder, cancellation) is { } directory && (directory.Files.Count == 0 || directory.Files.Contains(KeyOf(name)))) return directory.Path;
            name = Path.GetFileName(folder) + "\\" + name;
            folder = Path.GetDirectoryName(folder);
        }

        return null;
    }

    /// <summary>The DICOMDIR of a folder with the files that it lists, none if it cannot be read.</summary>
    private (string Path, HashSet<ulong> Files)? In(string folder, CancellationToken cancellation)
    {
        lock (_directories)
        {
            if (_directories.TryGetValue(folder, out (string, HashSet<ulong>)? known)) return known;
            string? path = DirectoryNames.Select(name => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
            return _directories[folder] = path is null ? null : (path, Read(path, cancellation));
        }
    }

    private static HashSet<ulong> Read(string path, CancellationToken cancellation)
    {
        var listed = new HashSet<ulong>();
        try
        {
            DicomFile directory = DicomFile.Open(path, new DicomReadOptions { StopAtPixelData = true }, cancellation);
            foreach (DicomDataset record in directory.Dataset[DicomTag.DirectoryRecordSequence]?.Items ?? [])
            {
                string[] names = record.GetTexts(DicomTag.ReferencedFileID);
                if (names.Length > 0) listed.Add(KeyOf(string.Join("\\", names)));
            }

            // What is cut off or damaged may list more.
            if (directory.Damage is not null) listed.Clear();
        }
        catch (Exception exception) when (exception is DicomException or IOException or UnauthorizedAccessException)
        {
            listed.Clear();
        }

        return listed;
    }

    // Names on disks are in capitals, but file systems may show them otherwise.
    private static ulong KeyOf(string name) => TextHash.Of(name.ToUpperInvariant());
}
