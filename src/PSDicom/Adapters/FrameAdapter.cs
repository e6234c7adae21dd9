using System;
using System.Management.Automation;

namespace PSDicom.Adapters;

/// <summary>
/// Presents the properties of a <see cref="DicomFrame"/> to PowerShell. Pixels are available by name but not listed: ConvertTo-Json would
/// write them and jobs would carry them. Registered in PSDicom.Types.ps1xml.
/// </summary>
public sealed class FrameAdapter() : RowAdapter<DicomFrame>(Properties, Unlisted)
{
    private const string Pixels = "Pixels";

    private static readonly ClassProperties<DicomFrame> Properties = new(
        (nameof(DicomFrame.FullName), frame => frame.FullName),
        (ItemPath.PropertyName, frame => ItemPath.Of(frame.FullName)),
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
        (nameof(DicomFrame.StandardDeviation), frame => frame.StandardDeviation),
        (nameof(DicomFrame.Unit), frame => frame.Unit));

    // Available, but not listed. Warnings were already written; Photometric is the short label of the view.
    private static readonly ClassProperties<DicomFrame> Unlisted = new(
        (Pixels, frame => frame.GetPixels()),
        (nameof(DicomFrame.Warnings), frame => frame.Warnings),
        ("Photometric", frame => frame.PhotometricInterpretation));

    /// <summary>Pixels are returned as the bare array.</summary>
    public override object? GetPropertyValue(PSAdaptedProperty adaptedProperty) =>
        adaptedProperty is { Name: Pixels, BaseObject: DicomFrame frame } ? frame.GetPixels() : base.GetPropertyValue(adaptedProperty);

    /// <inheritdoc/>
    public override string GetPropertyTypeName(PSAdaptedProperty adaptedProperty) =>
        adaptedProperty.Name == Pixels ? typeof(Array).FullName! : base.GetPropertyTypeName(adaptedProperty);
}
