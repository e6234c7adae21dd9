using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using PSDicom.Operations.Targets;

namespace PSDicom.Operations.Copy;

/// <summary>Copies or moves many files, in their order.</summary>
/// <typeparam name="TSource">The caller's name of a file.</typeparam>
public sealed class FileCopyQueue<TSource> : OrderedWriter<TSource, FileCopyTarget, DicomFileCopy>
{
    private readonly FileCopyRun _run;
    private readonly HashSet<string> _roots = new(StringComparer.Ordinal);

    /// <summary>Creates a queue. Its threads start with the first file.</summary>
    /// <param name="options">The options.</param>
    /// <param name="throttleLimit">The number of files read at the same time, and of threads that copy, up to the number of processors.</param>
    /// <param name="cancellation">Cancels the work and any wait for it.</param>
    /// <exception cref="ArgumentException">The options contradict each other.</exception>
    public FileCopyQueue(FileCopyOptions options, int throttleLimit, CancellationToken cancellation)
        : this(new FileCopyRun(options ?? throw new ArgumentNullException(nameof(options))), throttleLimit, cancellation)
    {
    }

    private FileCopyQueue(FileCopyRun run, int throttleLimit, CancellationToken cancellation)
        : base(run.Folder, run.Options.SkipExisting, throttleLimit, cancellation) => _run = run;

    /// <summary>Queues a file.</summary>
    /// <param name="source">The caller's name of the file.</param>
    /// <param name="path">The file.</param>
    /// <param name="root">The searched folder that it was found in; null if it was named.</param>
    /// <exception cref="ArgumentException">The destination is that folder, or in it: its files would be found too.</exception>
    public void Add(TSource source, string path, string? root)
    {
        if (path is null) throw new ArgumentNullException(nameof(path));
        string? fullRoot = root is null ? null : Path.GetFullPath(root);
        if (fullRoot is not null && _roots.Add(fullRoot)) _run.AddRoot(fullRoot);
        Add(source, stop => FileCopy.Open(Path.GetFullPath(path), fullRoot, _run, stop));
    }

    /// <summary>Queues a file whose header is already read.</summary>
    /// <param name="source">The caller's name of the file.</param>
    /// <param name="file">The file.</param>
    public void Add(TSource source, DicomFile file)
    {
        if (file is null) throw new ArgumentNullException(nameof(file));
        Add(source, stop => FileCopy.Open(file, _run, stop));
    }
}
