using System;
using System.Collections.ObjectModel;
using System.Management.Automation;

namespace PSDicom.Adapters;

/// <summary>
/// Shows PowerShell the properties of a <see cref="DicomFrame"/>, and its pixels to whoever asks for them by name: listed they would be
/// written by ConvertTo-Json and carried by jobs. PSDicom.Types.ps1xml names it.
/// </summary>
public sealed class FrameAdapter : ReadOnlyAdapter
{
    private const string Pixels = "Pixels";

    private static readonly ClassProperties<DicomFrame> Properties = new(
        (nameof(DicomFrame.Path), frame => frame.Path),
        (nameof(DicomFrame.Frame), frame => frame.Frame),
        (nameof(DicomFrame.Rows), frame => frame.Rows),
        (nameof(DicomFrame.Columns), frame => frame.Columns),
        (nameof(DicomFrame.SamplesPerPixel), frame => frame.SamplesPerPixel),
        (nameof(DicomFrame.PhotometricInterpretation), frame => frame.PhotometricInterpretation),
        (nameof(DicomFrame.BitsAllocated), frame => frame.BitsAllocated),
        (nameof(DicomFrame.BitsStored), frame => frame.BitsStored),
        (nameof(DicomFrame.SampleType), frame => frame.SampleType),
        (nameof(DicomFrame.Minimum), frame => frame.Minimum),
        (nameof(DicomFrame.Maximum), frame => frame.Maximum),
        (nameof(DicomFrame.Mean), frame => frame.Mean),
        (nameof(DicomFrame.StandardDeviation), frame => frame.StandardDeviation));

    // There, but not listed: the warnings were written, and are no data of their own.
    private static readonly ClassProperties<DicomFrame> Unlisted = new(
        (Pixels, frame => frame.GetPixels()),
        (nameof(DicomFrame.Warnings), frame => frame.Warnings));

    /// <inheritdoc/>
    public override Collection<PSAdaptedProperty> GetProperties(object baseObject)
    {
        var properties = new Collection<PSAdaptedProperty>();
        Properties.AddTo(properties);
        return properties;
    }

    /// <inheritdoc/>
    public override PSAdaptedProperty? GetProperty(object baseObject, string propertyName) =>
        Properties.Find(propertyName) ?? Unlisted.Find(propertyName);

    /// <inheritdoc/>
    public override object? GetPropertyValue(PSAdaptedProperty adaptedProperty) =>
        ClassProperties<DicomFrame>.TryGetValue(adaptedProperty, out object? value) ? value : null;

    /// <inheritdoc/>
    public override string GetPropertyTypeName(PSAdaptedProperty adaptedProperty) => adaptedProperty.Name == Pixels
        ? typeof(Array).FullName!
        : typeof(DicomFrame).GetProperty(adaptedProperty.Name)!.PropertyType.FullName!;
}
