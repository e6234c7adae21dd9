using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.ExceptionServices;
using System.Threading;
using PSDicom.Frames;
using PSDicom.IO;
using PSDicom.Pixels;
using PSDicom.Text;
using PSDicom.Threading;
using PSDicom.Volumes;
using static PSDicom.Operations.Volumes.StackText;

namespace PSDicom.Operations.Volumes;

/// <summary>Reads the slices of a volume ahead on several threads, in order, and converts their samples to the type of the volume file.</summary>
/// <param name="layout">The slices.</param>
/// <param name="values">The values of the volume file.</param>
internal sealed class SliceReader(VolumeLayout layout, VolumeValues values)
{
    /// <summary>Memory for small files that are read whole, so that each takes one call.</summary>
    private const long MaxLoaded = 64 << 20;

    /// <summary>Memory for slices read ahead, which limits the threads on a slow share.</summary>
    private const long MaxAhead = 128 << 20;

    private readonly FrameReadOptions _options = new() { Rescaled = values.IsRescaled, AsRgb = values.IsColor };

    /// <summary>The warnings of the frames; of similar warnings, the first and their number.</summary>
    public IReadOnlyList<DicomWarning> Warnings { get; private set; } = [];

    /// <summary>Reads all slices.</summary>
    /// <param name="threads">The number of decoding threads.</param>
    /// <param name="throttleLimit">The number of reading threads, if they mostly wait.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    /// <exception cref="DicomException">A frame cannot be decoded, or its size contradicts its header.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public IEnumerable<Array> ReadAll(int threads, int throttleLimit, CancellationToken cancellation)
    {
        var budget = new MemoryBudget(MaxLoaded);
        using var files = new SharedFiles<FrameFile>(path => FrameFile.Open(new OpenFile(path), [], null, cancellation, budget), CountUses());
        using var ahead = new OrderedReadAhead<SliceRun, DecodedRun>((run, stop) => Read(run, files, threads, stop), Readers(threads, throttleLimit), cancellation);
        var digest = new WarningDigest();
        var warnings = new List<DicomWarning>();
        foreach (SliceRun run in SliceRun.Of(layout, values.IsRescaled))
        {
            while (ahead.IsFull)
            {
                foreach (Array slice in Take(ahead, digest, warnings)) yield return slice;
            }

            ahead.Add(run);
        }

        while (ahead.Count > 0)
        {
            foreach (Array slice in Take(ahead, digest, warnings)) yield return slice;
        }

        warnings.AddRange(digest.Complete().Select(sum => new DicomWarning(sum.Message)));
        Warnings = warnings;
    }

    private static IReadOnlyList<Array> Take(OrderedReadAhead<SliceRun, DecodedRun> ahead, WarningDigest digest, List<DicomWarning> warnings)
    {
        ReadAheadResult<SliceRun, DecodedRun> result = ahead.Take();
        if (result.Error is not null) ExceptionDispatchInfo.Capture(Named(result.Error, result.Input.Frame)).Throw();
        DecodedRun run = result.Result!;
        foreach (DicomWarning warning in run.Warnings)
        {
            if (digest.IsFirst(result.Input.Frame!.FullName, isNamed: false, warning.Message)) warnings.Add(warning);
        }

        return run.Slices;
    }

    /// <summary>Adds the file and the frame number to an error.</summary>
    private static Exception Named(Exception error, DicomStackFrame? frame) => error switch
    {
        _ when frame is null => error,
        DicomException exception => new DicomException(
            exception.Reason,
            Invariant("Frame {0} of {1}: {2}", frame.Frame, StackText.Path(frame.FullName), exception.Detail),
            frame.FullName,
            exception.Offset,
            exception.TagPath,
            exception),
        IOException or UnauthorizedAccessException => new IOException(Invariant("{0} cannot be read: {1}", StackText.Path(frame.FullName), PlainText.Of(error.Message)), error),
        _ => error,
    };

    /// <summary>The number of reading threads: more than decode if reading waits for a disk or a share, within the memory limit.</summary>
    private int Readers(int threads, int throttleLimit)
    {
        // The whole frame of a mosaic is read at once.
        long pixels = layout.Arrangement.OfType<PlacedSlice>().Max(slice => (long)slice.Frame.File.Columns * slice.Frame.File.Rows);
        long size = pixels * SampleArray.SizeOf(values.Type);
        long most = MaxAhead / (OrderedReadAhead.LargeResultsPerThread * Math.Max(1, size));
        return (int)Math.Max(threads, Math.Min(throttleLimit, most));
    }

    private Dictionary<string, int> CountUses()
    {
        var uses = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (SliceRun run in SliceRun.Of(layout, values.IsRescaled))
        {
            if (run.Frame is { } frame) uses[frame.FullName] = uses.TryGetValue(frame.FullName, out int count) ? count + 1 : 1;
        }

        return uses;
    }

    private DecodedRun Read(SliceRun run, SharedFiles<FrameFile> files, int threads, CancellationToken cancellation)
    {
        if (run.Frame is not { } source) return new DecodedRun([Blank(run.Blank)], []);
        DicomFrame frame = files.Use(source.FullName, file =>
        {
            using var parts = new FrameThreads(threads, cancellation);
            return file.Read(source.Frame, _options, parts);
        });
        Check(frame, source);
        var warnings = new List<DicomWarning>(frame.Warnings);
        var slices = new Array[run.Slices.Count];
        long clipped = 0;
        for (int i = 0; i < slices.Length; i++)
        {
            slices[i] = Cut(frame, run.Slices[i]);

            // For color, the first slice decides.
            if (values.IsColor) continue;
            slices[i] = VoxelConversion.Convert(slices[i], values.Type, out long ofSlice);
            clipped += ofSlice;
        }

        if (clipped > 0)
            warnings.Add(new DicomWarning(Invariant("Frame {0}: {1} values exceed the range of the header and were clipped to type {2}.", frame.Frame, clipped, values.Type)));
        return new DecodedRun(slices, warnings);
    }

    private void Check(DicomFrame frame, DicomStackFrame source)
    {
        int samples = values.IsColor ? 3 : 1;
        if (frame.Columns == source.File.Columns && frame.Rows == source.File.Rows && frame.SamplesPerPixel == samples) return;
        throw new DicomException(
            DicomErrorReason.InvalidPixelData,
            Invariant(
                "The frame has {0} x {1} pixels of {2} samples, expected are {3} x {4} of {5}.",
                frame.Columns,
                frame.Rows,
                frame.SamplesPerPixel,
                source.File.Columns,
                source.File.Rows,
                samples),
            tagPath: "PixelData");
    }

    /// <summary>The samples of a slice: the frame, or a tile of a mosaic.</summary>
    private Array Cut(DicomFrame frame, PlacedSlice slice)
    {
        Array samples = frame.GetPixels();
        (int columns, int rows) = (layout.Geometry.Columns, layout.Geometry.Rows);
        if (slice.Tile < 0) return samples;
        SampleType type = SampleArray.TypeOf(samples);
        int pixelSize = SampleArray.SizeOf(type) * frame.SamplesPerPixel, rowSize = columns * pixelSize;
        Array tile = SampleArray.Create(type, columns * rows * frame.SamplesPerPixel);
        for (int row = 0; row < rows; row++)
        {
            int offset = (((slice.FirstRow + row) * frame.Columns) + slice.FirstColumn) * pixelSize;
            Buffer.BlockCopy(samples, offset, tile, row * rowSize, rowSize);
        }

        return tile;
    }

    private Array Blank(double value)
    {
        int length = layout.Geometry.Columns * layout.Geometry.Rows * (values.IsColor ? 3 : 1);
        if (value == 0 || values.IsColor) return SampleArray.Create(values.Type, length);
        var samples = new double[length];
        for (int i = 0; i < samples.Length; i++) samples[i] = value;
        return VoxelConversion.Convert(samples, values.Type, out _);
    }
}
