using System;
using System.Linq;
using System.Threading;
using PSDicom.IO;
using PSDicom.Pixels;
using PSDicom.Query;
using PSDicom.Rendering;
using PSDicom.Rendering.Greys;
using PSDicom.Threading;

namespace PSDicom.Frames.Measuring;

/// <summary>
/// Measures the frames of a file. Samples of at most 16 bits are counted by value, and all results are computed from the counts.
/// </summary>
public sealed class MeasuredFrames : IFrameSource<FrameMeasurement>
{
    private readonly FrameFile _file;
    private readonly FrameMeasureOptions _options;

    private MeasuredFrames(FrameFile file, FrameMeasureOptions options)
    {
        _file = file;
        _options = options;
    }

    /// <inheritdoc/>
    public int Count => _file.Count;

    /// <inheritdoc/>
    public DicomWarning? Warning => _file.Warning;

    /// <summary>Opens a file and reads the header elements for measuring.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">The options.</param>
    /// <param name="cancellation">Cancels the reading, including that of frames later.</param>
    /// <returns>The measurement of each frame, or one of all frames if the options request a total.</returns>
    /// <exception cref="ArgumentException">A percentile is not from 0 to 100.</exception>
    /// <inheritdoc cref="FrameFile.Open(string, CancellationToken)" path="/exception"/>
    public static IFrameSource<FrameMeasurement> Open(string path, FrameMeasureOptions options, CancellationToken cancellation)
    {
        Check(options);
        return Of(FrameFile.Open(new OpenFile(path ?? throw new ArgumentNullException(nameof(path))), PixelPadding.Tags.Select(TagMask.Of), null, cancellation), options, cancellation);
    }

    /// <summary>Opens a file again that has already been read, or uses its bytes in memory.</summary>
    /// <param name="file">The file.</param>
    /// <param name="options">The options.</param>
    /// <param name="cancellation">Cancels the reading, including that of frames later.</param>
    /// <inheritdoc cref="Open(string, FrameMeasureOptions, CancellationToken)" path="/returns"/>
    /// <inheritdoc cref="Open(string, FrameMeasureOptions, CancellationToken)" path="/exception"/>
    public static IFrameSource<FrameMeasurement> Open(DicomFile file, FrameMeasureOptions options, CancellationToken cancellation)
    {
        Check(options);
        return Of(FrameFile.Open(file, PixelPadding.Tags.Select(TagMask.Of), null, cancellation), options, cancellation);
    }

    /// <summary>Measures one frame: rescaled values for grey, unless stored values are requested; all samples as stored for colour.</summary>
    /// <inheritdoc cref="IFrameSource{T}.Read" path="/param"/>
    /// <inheritdoc cref="IFrameSource{T}.Read" path="/exception"/>
    public FrameMeasurement Read(int frame)
    {
        using var threads = new FrameThreads(_options.ThrottleLimit, _file.Cancellation);
        using DecodedFrame decoded = _file.Decode(frame, threads);
        DicomFrame stored = decoded.ToFrame(null);
        if (_options.Region is { } region)
            stored = stored.With(region.Cut(stored), stored.SamplesPerPixel, stored.PhotometricInterpretation, stored.BitsAllocated, stored.BitsStored);
        FrameMeasurement measured = Measure(stored);
        SamplePool.Shared.Return(decoded.Cells);
        return measured;
    }

    /// <summary>Closes the file.</summary>
    public void Dispose() => _file.Dispose();

    private static IFrameSource<FrameMeasurement> Of(FrameFile file, FrameMeasureOptions options, CancellationToken cancellation)
    {
        var frames = new MeasuredFrames(file, options);
        return options.Total ? new TotalOfFrames(frames, options, cancellation) : frames;
    }

    private static void Check(FrameMeasureOptions options)
    {
        if (options is null) throw new ArgumentNullException(nameof(options));
        options.Validate();
    }

    private FrameMeasurement Measure(DicomFrame stored)
    {
        bool isGrey = stored.SamplesPerPixel == 1, isRescaled = isGrey && !_options.Stored;
        ModalityTransform modality = isRescaled ? _file.Transforms.Of(stored.Frame - 1, ValueRange.OfStored(stored)) : ModalityTransform.Identity;
        PixelPadding? padding = isGrey ? PixelPadding.Read(_file.File.Dataset, SampleArray.IsSigned(stored.GetPixels())) : null;
        var values = new FrameValues(stored, modality, padding);
        (ValueMoments moments, ValueCounts? counts) = Evaluate(values, stored.GetPixels());
        return new FrameMeasurement(moments, counts, _options)
        {
            FullName = stored.FullName,
            Frame = stored.Frame,
            FrameCount = 1,
            ExcludedCount = stored.GetPixels().Length - moments.Count,
            Unit = modality.Unit,
            Warnings = modality.Warning is { } warning ? [warning, .. stored.Warnings] : stored.Warnings,
        };
    }

    private (ValueMoments Moments, ValueCounts? Counts) Evaluate(FrameValues frame, Array samples)
    {
        double[] values = frame.ToArray();
        if (frame.Index is not { } index) return (ValueMoments.Of(values), _options.NeedsCounts ? ValueCounts.Of(values) : null);
        int[] times = index.CountValues(samples);
        return (ValueMoments.Of(values, times), _options.NeedsCounts ? ValueCounts.Of(values, times) : null);
    }
}
