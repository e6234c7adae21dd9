using System;
using System.Threading;
using PSDicom.Operations.Targets;
using PSDicom.Pixels;

namespace PSDicom.Operations.Volumes;

/// <summary>Exports stacks as volume files, in order.</summary>
/// <typeparam name="TSource">The caller's name of a stack.</typeparam>
public sealed class VolumeExportQueue<TSource> : OrderedWriter<TSource, VolumeTarget, ExportedVolume>
{
    private readonly VolumeExportOptions _options;
    private readonly VolumeDestination _destination;

    /// <summary>Creates a queue. Its threads start with the first stack.</summary>
    /// <param name="options">The options.</param>
    /// <param name="throttleLimit">
    /// The number of stacks that are opened at once. Volumes are written on as many threads, up to the number of processors.
    /// </param>
    /// <param name="cancellation">Cancels the work.</param>
    /// <exception cref="ArgumentException">The options are invalid.</exception>
    public VolumeExportQueue(VolumeExportOptions options, int throttleLimit, CancellationToken cancellation)
        : this(options, new VolumeDestination(options ?? throw new ArgumentNullException(nameof(options))), throttleLimit, cancellation)
    {
    }

    private VolumeExportQueue(VolumeExportOptions options, VolumeDestination destination, int throttleLimit, CancellationToken cancellation)
        : base(destination, options.SkipExisting, throttleLimit, cancellation)
    {
        _options = options;
        _destination = destination;
    }

    /// <summary>Queues the volume of a stack.</summary>
    /// <param name="source">The caller's name of the stack.</param>
    /// <param name="stack">The stack. Its files are never replaced.</param>
    public void Add(TSource source, DicomStack stack)
    {
        if (stack is null) throw new ArgumentNullException(nameof(stack));
        foreach (DicomSeriesFile file in stack.Files) Protect(file.FullName);
        Add(source, stop => VolumeExport.Open(stack, _options, _destination, stop));
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing) SamplePool.Shared.Clear();
    }
}
