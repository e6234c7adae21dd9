using System;
using System.Collections.ObjectModel;
using System.Globalization;
using System.Linq;
using System.Management.Automation;

namespace PSDicom.Adapters;

/// <summary>
/// Presents the properties of a <see cref="FrameMeasurement"/> to PowerShell, including each requested percentile and a requested histogram.
/// Registered in PSDicom.Types.ps1xml.
/// </summary>
public sealed class MeasurementAdapter() : RowAdapter<FrameMeasurement>(Properties, Unlisted)
{
    private const string Histogram = "Histogram";

    private static readonly ClassProperties<FrameMeasurement> Properties = new(
        (nameof(FrameMeasurement.FullName), measured => measured.FullName),
        (ItemPath.PropertyName, measured => ItemPath.Of(measured.FullName)),
        (nameof(FrameMeasurement.Frame), measured => measured.Frame),
        (nameof(FrameMeasurement.FrameCount), measured => measured.FrameCount),
        (nameof(FrameMeasurement.Count), measured => measured.Count),
        (nameof(FrameMeasurement.ExcludedCount), measured => measured.ExcludedCount),
        (nameof(FrameMeasurement.Minimum), measured => measured.Minimum),
        (nameof(FrameMeasurement.Maximum), measured => measured.Maximum),
        (nameof(FrameMeasurement.Mean), measured => measured.Mean),
        (nameof(FrameMeasurement.StandardDeviation), measured => measured.StandardDeviation),
        (nameof(FrameMeasurement.Unit), measured => measured.Unit),
        (nameof(FrameMeasurement.Region), measured => measured.Region?.ToString()));

    // Warnings have been written to their stream, and are not data.
    private static readonly ClassProperties<FrameMeasurement> Unlisted = new(
        (Histogram, measured => measured.GetHistogram()?.ToArray()),
        (nameof(FrameMeasurement.Warnings), measured => measured.Warnings));

    /// <inheritdoc/>
    public override Collection<PSAdaptedProperty> GetProperties(object baseObject)
    {
        Collection<PSAdaptedProperty> properties = base.GetProperties(baseObject);
        if (baseObject is not FrameMeasurement measured) return properties;
        foreach (ValuePercentile percentile in measured.GetPercentiles()) properties.Add(PropertyOf(percentile));
        if (measured.GetHistogram() is not null) properties.Add(Unlisted.Find(Histogram)!);
        return properties;
    }

    /// <inheritdoc/>
    public override PSAdaptedProperty? GetProperty(object baseObject, string propertyName) => base.GetProperty(baseObject, propertyName)
        ?? ((baseObject as FrameMeasurement)?.GetPercentiles().FirstOrDefault(percentile => string.Equals(percentile.Name, propertyName, StringComparison.OrdinalIgnoreCase)) is { } found
            ? PropertyOf(found)
            : null);

    /// <inheritdoc/>
    public override string GetPropertyTypeName(PSAdaptedProperty adaptedProperty) =>
        adaptedProperty.Name == Histogram ? typeof(ValueCount[]).FullName!
        : IsPercentile(adaptedProperty.Name) ? typeof(double).FullName!
        : base.GetPropertyTypeName(adaptedProperty);

    private static PSAdaptedProperty PropertyOf(ValuePercentile percentile)
    {
        Func<FrameMeasurement, object?> get = _ => percentile.Value;
        return new PSAdaptedProperty(percentile.Name, get);
    }

    private static bool IsPercentile(string name) =>
        name.Length > 1 && name[0] == 'P' && double.TryParse(name.Substring(1), NumberStyles.Float, CultureInfo.InvariantCulture, out _);
}
