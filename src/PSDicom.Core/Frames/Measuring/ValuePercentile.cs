using System.Globalization;

namespace PSDicom;

/// <summary>A percentile: the value below which a given percentage of the samples is.</summary>
/// <param name="percent">The percentage, from 0 to 100.</param>
/// <param name="value">The value, interpolated linearly between two samples; NaN if there are no samples.</param>
public sealed class ValuePercentile(double percent, double value)
{
    /// <summary>The percentage, from 0 to 100.</summary>
    public double Percent { get; } = percent;

    /// <summary>The value, interpolated linearly between two samples; NaN if there are no samples.</summary>
    public double Value { get; } = value;

    /// <summary>The name of the percentile: <c>P</c> and the percentage, as in <c>P50</c> or <c>P99.5</c>.</summary>
    public string Name => string.Format(CultureInfo.InvariantCulture, "P{0}", Percent);

    /// <summary>Name and value.</summary>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "{0}={1:R}", Name, Value);
}
