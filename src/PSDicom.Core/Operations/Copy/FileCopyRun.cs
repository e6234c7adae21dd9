using System;
using System.Collections.Generic;
using System.Threading;
using PSDicom.Editing;
using PSDicom.Operations.Targets;
using PSDicom.Query;
using PSDicom.Threading;

namespace PSDicom.Operations.Copy;

/// <summary>What the files of a call have in common. Thread-safe, except for the names.</summary>
internal sealed class FileCopyRun
{
    /// <summary>Bytes of small files that are in memory between reading and writing, if they are changed.</summary>
    private const long MaxLoaded = 64 << 20;

    private static readonly TimeSpan CancellationCheck = TimeSpan.FromMilliseconds(100);

    private readonly object[] _locks = new object[64];
    private readonly HashSet<ulong> _unfinished = [];
    private volatile string[] _roots = [];

    public FileCopyRun(FileCopyOptions options)
    {
        options.Validate();
        Options = options;
        Folder = new TargetFolder(options.Destination, isFile: false, options.Force);
        Names = new CopyNames(options, Folder);
        TagsOfNames = new TagSet(options.NameTemplate?.Tags ?? []);
        if (options.Changes is { } changes)
        {
            UidKinds kinds = options.Edit.NewUids;
            Uids = kinds == UidKinds.None ? null : new UidMap(kinds);
            ReadingOfChanges = new DicomReadOptions
            {
                CharacterSet = options.CharacterSet, Selection = changes.AreFixed ? EditSelection.Of(changes.Changes, options.Edit, options.NameTemplate?.Tags) : null,
            };
        }

        for (int i = 0; i < _locks.Length; i++) _locks[i] = new object();
    }

    /// <summary>The options.</summary>
    public FileCopyOptions Options { get; }

    /// <summary>The elements that names need.</summary>
    public TagSet TagsOfNames { get; }

    /// <summary>What is read of a file before its changes are resolved.</summary>
    public DicomReadOptions ReadingOfChanges { get; } = new();

    /// <summary>The new unique identifiers; null if none are replaced.</summary>
    public UidMap? Uids { get; }

    /// <summary>The memory for small files that are changed.</summary>
    public MemoryBudget Budget { get; } = new(MaxLoaded);

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

    /// <summary>Notes that a file of the destination has a source that will write it.</summary>
    public void Begin(string path)
    {
        lock (_unfinished) _unfinished.Add(TextHash.Of(path));
    }

    /// <summary>Notes that this source has written the file, or never will.</summary>
    public void End(string path)
    {
        lock (_unfinished)
        {
            if (_unfinished.Remove(TextHash.Of(path))) Monitor.PulseAll(_unfinished);
        }
    }

    /// <summary>Waits until the source of a file that came first has written it: the result must not depend on which thread is faster.</summary>
    /// <exception cref="OperationCanceledException">The wait was canceled.</exception>
    public void WaitFor(string path, CancellationToken cancellation)
    {
        ulong hash = TextHash.Of(path);
        lock (_unfinished)
        {
            while (_unfinished.Contains(hash))
            {
                cancellation.ThrowIfCancellationRequested();
                Monitor.Wait(_unfinished, CancellationCheck);
            }
        }
    }
}
