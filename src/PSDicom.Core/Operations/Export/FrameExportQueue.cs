using System;
using System.Collections.Generic;
using System.Threading;
using PSDicom.Operations.Targets;
using PSDicom.Pixels;
using PSDicom.Threading;

namespace PSDicom.Operations.Export;

/// <summary>Exports the frames of many files as pictures, in the order of the files and of their frames.</summary>
/// <typeparam name="TSource">The caller's name of a file.</typeparam>
public sealed class FrameExportQueue<TSource> : OrderedWriter<TSource, PictureTarget, ExportedFrame>
{
    /// <summary>
    /// Bytes of files loaded whole by the threads that open them, which are more on a share than those that make pictures. Enough for a
    /// hundred CT slices; larger files are read frame by frame.
    /// </summary>
    private const long MaxLoaded = 64 << 20;

    private readonly FrameExportOptions _options;
    private readonly ExportDestination _destination;
    private readonly MemoryBudget? _budget;

    /// <summary>Creates a queue. Its threads start with the first file.</summary>
    /// <param name="options">The options.</param>
    /// <param name="throttleLimit">
    /// The number of files opened at the same time, and of threads that make pictures, up to the number of processors.
    /// </param>
    /// <param name="cancellation">Cancels the work and any wait for it.</param>
    /// <exception cref="ArgumentException">The options contradict each other.</exception>
    public FrameExportQueue(FrameExportOptions options, int throttleLimit, CancellationToken cancellation)
        : this(options, new ExportDestination(options ?? throw new ArgumentNullException(nameof(options))), throttleLimit, cancellation)
    {
    }

    private FrameExportQueue(FrameExportOptions options, ExportDestination destination, int throttleLimit, CancellationToken cancellation)
        : base(destination, options.SkipExisting, throttleLimit, cancellation)
    {
        _options = options;
        _destination = destination;

        // With chosen frames, only these are read.
        _budget = options.Frames is null ? new MemoryBudget(MaxLoaded) : null;
    }

    /// <summary>Queues the pictures of a file.</summary>
    /// <param name="source">The caller's name of the file.</param>
    /// <param name="path">The file.</param>
    public void Add(TSource source, string path)
    {
        if (path is null) throw new ArgumentNullException(nameof(path));
        Add(source, stop => FrameExport.Open(path, _options, _destination, stop, _budget));
    }

    /// <summary>Queues the pictures of a file whose header is already read.</summary>
    /// <param name="source">The caller's name of the file.</param>
    /// <param name="file">The file.</param>
    public void Add(TSource source, DicomFile file)
    {
        if (file is null) throw new ArgumentNullException(nameof(file));
        Add(source, stop => FrameExport.Open(file, _options, _destination, stop, _budget));
    }

    /// <summary>Queues frames of a file, in an order of their own.</summary>
    /// <param name="source">The caller's name of the file.</param>
    /// <param name="path">The file.</param>
    /// <param name="frames">The numbers of the frames, from 1.</param>
    public void Add(TSource source, string path, IReadOnlyList<int> frames)
    {
        if (path is null) throw new ArgumentNullException(nameof(path));
        if (frames is null) throw new ArgumentNullException(nameof(frames));
        FrameExportOptions options = _options with { Frames = frames };
        Add(source, stop => FrameExport.Open(path, options, _destination, stop, _budget));
    }

    /// <summary>Queues frames of several files that go into one picture file, in one window unless the options name another.</summary>
    /// <param name="source">The caller's name of the frames.</param>
    /// <param name="frames">The frames, in order.</param>
    /// <param name="suffix">What the name of the picture has behind that of the first file, if no template makes it.</param>
    public void AddCombined(TSource source, IReadOnlyList<StackFrame> frames, string suffix)
    {
        if (frames is null) throw new ArgumentNullException(nameof(frames));
        Add(source, stop => StackExport.Open(frames, _options, _destination, suffix, stop));
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing) SamplePool.Shared.Clear();
    }
}
