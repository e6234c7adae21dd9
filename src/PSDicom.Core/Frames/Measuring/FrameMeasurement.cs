using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using PSDicom.Frames.Measuring;

namespace PSDicom;

/// <summary>
/// What the values of a frame, or of several frames together, are on the whole. Padding (PS3.3 section C.7.5.1.1.2) and what is not a number
/// are left out.
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

    /// <summary>The file's full path; null for bytes in memory.</summary>
    public required string? FullName { get; init; }

    /// <summary>The number of the frame, from 1; null if several were measured together.</summary>
    public required int? Frame { get; init; }

    /// <summary>How many frames were measured.</summary>
    public required int FrameCount { get; init; }

    /// <summary>How many values were measured: of colour, the samples of all pixels.</summary>
    public long Count => Moments.Count;

    /// <summary>How many values were left out, because they are padding or not a number.</summary>
    public required long ExcludedCount { get; init; }

    /// <summary>The smallest value; NaN if there is none.</summary>
    public double Minimum => Moments.Minimum;

    /// <summary>The largest value; NaN if there is none.</summary>
    public double Maximum => Moments.Maximum;

    /// <summary>The mean of the values; NaN if there is none.</summary>
    public double Mean => Moments.Mean;

    /// <summary>The standard deviation of the values (divided by their number); NaN if there is none.</summary>
    public double StandardDeviation => Moments.StandardDeviation;

    /// <summary>The unit of the values as the file has it, such as <c>HU</c>; null of stored values, or if it does not tell.</summary>
    public required string? Unit { get; init; }

    /// <summary>The rectangle that was measured; null for whole frames.</summary>
    public FrameRegion? Region { get; }

    /// <summary>What the file has wrong about the frame, and what was done.</summary>
    public IReadOnlyList<DicomWarning> Warnings { get; init; } = [];

    /// <summary>All that there is to tell of the values.</summary>
    internal ValueMoments Moments { get; }

    /// <summary>How often each occurs; null if that was not counted.</summary>
    internal ValueCounts? Counts { get; }

    /// <summary>The percentiles that were asked for, in that order, each once.</summary>
    /// <remarks>A method, as the histogram is, so that the object stays a row of a table.</remarks>
    public IReadOnlyList<ValuePercentile> GetPercentiles() => _percentiles.Value;

    /// <summary>How often each value occurs, in ascending order; null if that was not asked for.</summary>
    /// <remarks>A method, as for percentiles.</remarks>
    public IReadOnlyList<ValueCount>? GetHistogram() => _histogram.Value;

    /// <summary>Path and number.</summary>
    public override string ToString() => Frame is { } frame
        ? string.Format(CultureInfo.InvariantCulture, "{0} [{1}]", FullName, frame)
        : FullName ?? string.Empty;
}
