using System;
using PSDicom.Operations.Targets;

namespace PSDicom.Operations.Copy;

/// <summary>What the files of a call have in common. Thread-safe, except for the names.</summary>
internal sealed class FileCopyRun
{
    private readonly object[] _locks = new object[64];
    private volatile string[] _roots = [];

    public FileCopyRun(FileCopyOptions options)
    {
        options.Validate();
        Options = options;
        Folder = new TargetFolder(options.Destination, isFile: false, options.Force);
        Names = new CopyNames(options, Folder);
        for (int i = 0; i < _locks.Length; i++) _locks[i] = new object();
    }

    /// <summary>The options.</summary>
    public FileCopyOptions Options { get; }

    /// <summary>The destination.</summary>
    public TargetFolder Folder { get; }

    /// <summary>The names of the copies; for one thread.</summary>
    public CopyNames Names { get; }

    /// <summary>The files that a DICOMDIR lists.</summary>
    public ListedFiles Listed { get; } = new();

    /// <summary>Notes a searched folder, whose files are not replaced.</summary>
    /// <exception cref="ArgumentException">The destination is this folder, or in it.</exception>
    public void AddRoot(string root)
    {
        if (Folder.IsIn(root))
            throw new ArgumentException($"The destination '{Folder.FullPath}' is in the searched folder '{root}', so that copies would be copied again. Choose another destination.");
        _roots = [.. _roots, Place.Of(root)];
    }

    /// <summary>Whether a path is in a searched folder.</summary>
    public bool IsInput(string path)
    {
        if (_roots.Length == 0) return false;
        string real = Place.Of(path);
        return Array.Exists(_roots, root => Place.IsIn(real, root));
    }

    /// <summary>The lock for a file of the destination, so that two threads never make the same one.</summary>
    public object LockOf(string path) => _locks[(int)(TextHash.Of(path.ToUpperInvariant()) % (ulong)_locks.Length)];
}
