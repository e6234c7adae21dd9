using System.Globalization;

namespace PSDicom;

/// <summary>The value below which a share of the samples lies.</summary>
/// <param name="percent">The share in percent, from 0 to 100.</param>
/// <param name="value">The value; between two samples, interpolated linearly. NaN if there are no samples.</param>
public sealed class ValuePercentile(double percent, double value)
{
    /// <summary>The share in percent, from 0 to 100.</summary>
    public double Percent { get; } = percent;

    /// <summary>The value; between two samples, interpolated linearly. NaN if there are no samples.</summary>
    public double Value { get; } = value;

    /// <summary>The name of the percentile: <c>P</c> and the share, as in <c>P50</c> or <c>P99.5</c>.</summary>
    public string Name => string.Format(CultureInfo.InvariantCulture, "P{0}", Percent);

    /// <summary>Name and value.</summary>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "{0}={1:R}", Name, Value);
}
