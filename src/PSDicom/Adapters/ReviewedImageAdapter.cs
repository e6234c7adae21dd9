namespace PSDicom.Adapters;

/// <summary>Presents the properties of a <see cref="ReviewedImage"/> to PowerShell. Registered in PSDicom.Types.ps1xml.</summary>
public sealed class ReviewedImageAdapter() : RowAdapter<ReviewedImage>(Properties)
{
    private static readonly ClassProperties<ReviewedImage> Properties = new(
        (nameof(ReviewedImage.FullName), image => image.FullName),
        (ItemPath.PropertyName, image => ItemPath.Of(image.FullName)),
        (nameof(ReviewedImage.Modality), image => image.Modality),
        (nameof(ReviewedImage.FrameCount), image => image.FrameCount),
        (nameof(ReviewedImage.Risk), image => image.Risk),
        (nameof(ReviewedImage.Result), image => image.Result),
        (nameof(ReviewedImage.BlackedBoxes), image => image.BlackedBoxes),
        (nameof(ReviewedImage.BlackedBy), image => image.BlackedBy),
        (nameof(ReviewedImage.ErrorId), image => image.ErrorId),
        (nameof(ReviewedImage.Message), image => image.Message));
}
