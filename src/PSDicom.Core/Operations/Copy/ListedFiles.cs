using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using PSDicom.Operations.Targets;

namespace PSDicom.Operations.Copy;

/// <summary>
/// The files that a DICOMDIR in their folder, or in a folder above it, lists: without them it would be wrong (PS3.10 section 8). Thread-safe.
/// </summary>
internal sealed class ListedFiles
{
    private const string DirectoryName = "DICOMDIR";

    // A File ID has at most eight components (PS3.10 section 8.2).
    private const int MaxLevels = 8;

    private readonly Dictionary<string, HashSet<ulong>?> _listed = new(StringComparer.Ordinal);

    /// <summary>The DICOMDIR that lists a file, or cannot be read and may do so; null if there is none.</summary>
    /// <param name="path">The full path of the file.</param>
    /// <param name="cancellation">Ends the reading of a DICOMDIR.</param>
    public string? FindDirectory(string path, CancellationToken cancellation)
    {
        string name = Path.GetFileName(path);
        string? folder = Path.GetDirectoryName(path);
        for (int level = 0; level < MaxLevels && folder is not null; level++)
        {
            if (Of(folder, cancellation) is { } listed && (listed.Count == 0 || listed.Contains(KeyOf(name)))) return Path.Combine(folder, DirectoryName);
            name = Path.GetFileName(folder) + "\\" + name;
            folder = Path.GetDirectoryName(folder);
        }

        return null;
    }

    /// <returns>Null if there is no DICOMDIR; empty if it cannot be read.</returns>
    private HashSet<ulong>? Of(string folder, CancellationToken cancellation)
    {
        lock (_listed)
        {
            if (!_listed.TryGetValue(folder, out HashSet<ulong>? listed)) _listed.Add(folder, listed = Read(Path.Combine(folder, DirectoryName), cancellation));
            return listed;
        }
    }

    private static HashSet<ulong>? Read(string path, CancellationToken cancellation)
    {
        if (!File.Exists(path)) return null;
        var listed = new HashSet<ulong>();
        try
        {
            DicomFile directory = DicomFile.Open(path, new DicomReadOptions { StopAtPixelData = true }, cancellation);
            foreach (DicomDataset record in directory.Dataset[DicomTag.DirectoryRecordSequence]?.Items ?? [])
            {
                string[] names = record.GetTexts(DicomTag.ReferencedFileID);
                if (names.Length > 0) listed.Add(KeyOf(string.Join("\\", names)));
            }
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
