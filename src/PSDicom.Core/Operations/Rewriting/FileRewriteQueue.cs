using System;
using System.Collections.Generic;
using System.Threading;
using PSDicom.Editing;
using PSDicom.Operations.Targets;
using PSDicom.Threading;

namespace PSDicom.Operations.Rewriting;

/// <summary>Changes many files, in the order in which they are added: in their place, or as copies in a destination.</summary>
/// <typeparam name="TSource">The caller's name of a file.</typeparam>
public sealed class FileRewriteQueue<TSource> : DicomFileQueue<TSource, RewriteTarget, DicomChange>
{
    /// <summary>Bytes of small files that are in memory between reading and writing.</summary>
    private const long MaxLoaded = 64 << 20;

    private readonly RewriteRun _run;
    private readonly RewriteRun _whole;

    /// <summary>Creates a queue. Its threads start with the first file.</summary>
    /// <param name="options">The options.</param>
    /// <param name="changes">The changes, the same for all files.</param>
    /// <param name="throttleLimit">The number of files read and written at the same time.</param>
    /// <param name="cancellation">Cancels the work and any wait for it.</param>
    /// <exception cref="ArgumentException">The options contradict each other.</exception>
    public FileRewriteQueue(FileRewriteOptions options, IReadOnlyList<DatasetChange> changes, int throttleLimit, CancellationToken cancellation)
        : this(options, changes, FolderOf(options ?? throw new ArgumentNullException(nameof(options))), throttleLimit, cancellation)
    {
    }

    private FileRewriteQueue(
        FileRewriteOptions options, IReadOnlyList<DatasetChange> changes, TargetFolder folder, int throttleLimit, CancellationToken cancellation)
        : base(folder, options.IsInPlace, options.SkipExisting, throttleLimit, waitsForDisk: true, cancellation)
    {
        if (changes is null) throw new ArgumentNullException(nameof(changes));
        UidMap? uids = options.Edit.NewUids == UidKinds.None ? null : new UidMap(options.Edit.NewUids);
        _whole = new RewriteRun(options, changes, uids, folder, new MemoryBudget(MaxLoaded), new DicomReadOptions { CharacterSet = options.CharacterSet });
        _run = _whole with
        {
            Reading = new DicomReadOptions { CharacterSet = options.CharacterSet, Selection = EditSelection.Of(changes, options.Edit) },
        };
    }

    /// <summary>
    /// Whether the changes are the same for all files. Otherwise <see cref="OrderedWriter{TSource, TTarget, TResult}.Approve"/> may set others
    /// for each file, which is then read as a whole before.
    /// </summary>
    public bool HasFixedChanges { get; init; }

    private protected override IWriteSource<RewriteTarget, DicomChange> Open(string path, string? root, CancellationToken cancellation) =>
        FileRewrite.Read(path, root, HasFixedChanges ? _run : _whole, cancellation);

    private static TargetFolder FolderOf(FileRewriteOptions options)
    {
        options.Validate();
        return options.NewFolder();
    }
}
