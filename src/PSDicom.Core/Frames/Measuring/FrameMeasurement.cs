using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using PSDicom.Frames.Measuring;

namespace PSDicom;

/// <summary>
/// Statistics of the values of a frame, or of several frames together. Padding (PS3.3 section C.7.5.1.1.2) and NaN are excluded.
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

    /// <summary>The number of the frame, from 1; null if several were measured together.</summary>
    public required int? Frame { get; init; }

    /// <summary>The number of measured frames.</summary>
    public required int FrameCount { get; init; }

    /// <summary>The number of measured values; for colour, of the samples of all pixels.</summary>
    public long Count => Moments.Count;

    /// <summary>The number of excluded values: padding and NaN.</summary>
    public required long ExcludedCount { get; init; }

    /// <summary>The smallest value; NaN if there is none.</summary>
    public double Minimum => Moments.Minimum;

    /// <summary>The largest value; NaN if there is none.</summary>
    public double Maximum => Moments.Maximum;

    /// <summary>The mean of the values; NaN if there is none.</summary>
    public double Mean => Moments.Mean;

    /// <summary>The population standard deviation of the values; NaN if there is none.</summary>
    public double StandardDeviation => Moments.StandardDeviation;

    /// <summary>The unit of the values, as in the file, such as <c>HU</c>; null if unknown, or for stored values.</summary>
    public required string? Unit { get; init; }

    /// <summary>The measured rectangle; null for whole frames.</summary>
    public FrameRegion? Region { get; }

    /// <summary>The problems of the frame, and how they were handled.</summary>
    public IReadOnlyList<DicomWarning> Warnings { get; init; } = [];

    /// <summary>Count, range, mean and deviation of the values.</summary>
    internal ValueMoments Moments { get; }

    /// <summary>The count of each value; null if values were not counted.</summary>
    internal ValueCounts? Counts { get; }

    /// <summary>The requested percentiles, in that order, each once.</summary>
    /// <remarks>A method, like the histogram, so that the object stays a row of a table.</remarks>
    public IReadOnlyList<ValuePercentile> GetPercentiles() => _percentiles.Value;

    /// <summary>The count of each value, in ascending order; null if it was not requested.</summary>
    /// <remarks>A method, like the percentiles.</remarks>
    public IReadOnlyList<ValueCount>? GetHistogram() => _histogram.Value;

    /// <summary>Path and number.</summary>
    public override string ToString() => Frame is { } frame
        ? string.Format(CultureInfo.InvariantCulture, "{0} [{1}]", FullName, frame)
        : FullName ?? string.Empty;
}
