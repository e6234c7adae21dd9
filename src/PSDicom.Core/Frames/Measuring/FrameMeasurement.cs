using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using PSDicom.Frames.Measuring;

namespace PSDicom;

/// <summary>
/// The statistics of the values of a frame, or of several frames together. Padding (PS3.3 section C.7.5.1.1.2) and values that are not numbers are
/// left out.
/// </summary>
public sealed class FrameMeasurement
{
    private readonly Lazy<ValuePercentile[]> _percentiles;
    private readonly Lazy<ValueCount[]?> _histogram;

    internal FrameMeasurement(ValueMoments moments, ValueCounts? counts, FrameMeasureOptions options)
    {
        Moments = moments;
        Counts = counts;
        Region = options.Region;
        _percentiles = new Lazy<ValuePercentile[]>(() =>
            counts is null ? [] : options.Percentiles.Distinct().Select(percent => new ValuePercentile(percent, counts.Percentile(percent))).ToArray());
        _histogram = new Lazy<ValueCount[]?>(() => options.Histogram ? counts?.ToArray() : null);
    }

    /// <summary>The full path of the file; null for bytes in memory.</summary>
    public required string? FullName { get; init; }

    /// <summary>The frame number, from 1; null if several frames were measured together.</summary>
    public required int? Frame { get; init; }

    /// <summary>The number of frames.</summary>
    public required int FrameCount { get; init; }

    /// <summary>The number of values; for colour, the samples of all pixels.</summary>
    public long Count => Moments.Count;

    /// <summary>The number of values left out as padding or not a number.</summary>
    public required long ExcludedCount { get; init; }

    /// <summary>The smallest value; NaN if there is none.</summary>
    public double Minimum => Moments.Minimum;

    /// <summary>The largest value; NaN if there is none.</summary>
    public double Maximum => Moments.Maximum;

    /// <summary>The mean of the values; NaN if there is none.</summary>
    public double Mean => Moments.Mean;

    /// <summary>The standard deviation of the values (divided by their number); NaN if there is none.</summary>
    public double StandardDeviation => Moments.StandardDeviation;

    /// <summary>The unit of the values as in the file, such as <c>HU</c>; null if unknown, or for stored values.</summary>
    public required string? Unit { get; init; }

    /// <summary>The rectangle that was measured; null for whole frames.</summary>
    public FrameRegion? Region { get; }

    /// <summary>The warnings of the frame.</summary>
    public IReadOnlyList<DicomWarning> Warnings { get; init; } = [];

    /// <summary>Count, range, mean and spread of the values.</summary>
    internal ValueMoments Moments { get; }

    /// <summary>The number of occurrences of each value; null if not counted.</summary>
    internal ValueCounts? Counts { get; }

    /// <summary>The requested percentiles, in that order, each once.</summary>
    /// <remarks>A method, as the histogram is, so that the object stays a row of a table.</remarks>
    public IReadOnlyList<ValuePercentile> GetPercentiles() => _percentiles.Value;

    /// <summary>The number of occurrences of each value, in ascending order; null if not requested.</summary>
    /// <remarks>A method, as for percentiles.</remarks>
    public IReadOnlyList<ValueCount>? GetHistogram() => _histogram.Value;

    /// <summary>The path and the frame number.</summary>
    public override string ToString() => Frame is { } frame
        ? string.Format(CultureInfo.InvariantCulture, "{0} [{1}]", FullName, frame)
        : FullName ?? string.Empty;
}
