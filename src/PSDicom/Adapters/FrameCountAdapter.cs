namespace PSDicom.Adapters;

/// <summary>Presents the properties of a <see cref="DicomFrameCount"/> to PowerShell. Registered in PSDicom.Types.ps1xml.</summary>
public sealed class FrameCountAdapter() : RowAdapter<DicomFrameCount>(Properties, Unlisted)
{
    private static readonly ClassProperties<DicomFrameCount> Properties = new(
        (nameof(DicomFrameCount.FullName), count => count.FullName),
        (ItemPath.PropertyName, count => ItemPath.Of(count.FullName)),
        (nameof(DicomFrameCount.FrameCount), count => count.FrameCount),
        (nameof(DicomFrameCount.Source), count => count.Source),
        (nameof(DicomFrameCount.NumberOfFrames), count => count.NumberOfFrames),
        (nameof(DicomFrameCount.Rows), count => count.Rows),
        (nameof(DicomFrameCount.Columns), count => count.Columns),
        (nameof(DicomFrameCount.SamplesPerPixel), count => count.SamplesPerPixel),
        (nameof(DicomFrameCount.BitsAllocated), count => count.BitsAllocated),
        (nameof(DicomFrameCount.BitsStored), count => count.BitsStored),
        (nameof(DicomFrameCount.PhotometricInterpretation), count => count.PhotometricInterpretation),
        (nameof(DicomFrameCount.TransferSyntax), count => count.TransferSyntax),
        (nameof(DicomFrameCount.TransferSyntaxUID), count => count.TransferSyntaxUID),
        (nameof(DicomFrameCount.Modality), count => count.Modality),
        (nameof(DicomFrameCount.Warning), count => count.Warning));

    // The short label of the view.
    private static readonly ClassProperties<DicomFrameCount> Unlisted = new(("Photometric", count => count.PhotometricInterpretation));
}
