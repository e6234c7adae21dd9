using System;
using System.Collections.Generic;
using System.IO;

namespace PSDicom.IO.Writing;

/// <summary>
/// The folders whose new names may not be on the disk yet. Each is flushed once for many files, as flushing takes longer than writing a small file:
/// after a power failure before, the folder has the old name or the new one, and the content of both is on the disk. Thread-safe.
/// </summary>
internal sealed class RenamedFiles
{
    private const int MaxFolders = 16;

    private readonly HashSet<string> _folders = new(StringComparer.Ordinal);

    /// <summary>Notes a file that got its name.</summary>
    public void Add(string path)
    {
        lock (_folders)
        {
            _folders.Add(Path.GetDirectoryName(path)!);
            if (_folders.Count <= MaxFolders) return;
        }

        Flush();
    }

    /// <summary>Waits until the names are on the disk, where the system can do that.</summary>
    public void Flush()
    {
        string[] folders;
        lock (_folders)
        {
            folders = [.. _folders];
            _folders.Clear();
        }

        foreach (string folder in folders) AtomicFile.FlushFolder(folder);
    }
}
