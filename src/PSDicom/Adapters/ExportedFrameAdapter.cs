namespace PSDicom.Adapters;

/// <summary>Presents the properties of an <see cref="ExportedFrame"/> to PowerShell. Registered in PSDicom.Types.ps1xml.</summary>
public sealed class ExportedFrameAdapter() : RowAdapter<ExportedFrame>(Properties)
{
    private static readonly ClassProperties<ExportedFrame> Properties = new(
        (nameof(ExportedFrame.FullName), picture => picture.FullName),
        (ItemPath.PropertyName, picture => ItemPath.Of(picture.FullName)),
        (nameof(ExportedFrame.Source), picture => picture.Source),
        (nameof(ExportedFrame.Frame), picture => picture.Frame),
        (nameof(ExportedFrame.FrameCount), picture => picture.FrameCount),
        (nameof(ExportedFrame.Width), picture => picture.Width),
        (nameof(ExportedFrame.Height), picture => picture.Height),
        (nameof(ExportedFrame.Format), picture => picture.Format),
        (nameof(ExportedFrame.BitDepth), picture => picture.BitDepth),
        (nameof(ExportedFrame.WindowCenter), picture => picture.WindowCenter),
        (nameof(ExportedFrame.WindowWidth), picture => picture.WindowWidth),
        (nameof(ExportedFrame.Length), picture => picture.Length));
}
