namespace PSDicom.Adapters;

/// <summary>
/// Presents the properties of a <see cref="SkippedFile"/> to PowerShell; skipped files pipe into Remove-Item, Copy-Item and others by their
/// exact names. Registered in PSDicom.Types.ps1xml.
/// </summary>
public sealed class SkippedFileAdapter() : RowAdapter<SkippedFile>(Properties)
{
    private static readonly ClassProperties<SkippedFile> Properties = new(
        (nameof(SkippedFile.FullName), skipped => skipped.FullName),
        (ItemPath.PropertyName, skipped => ItemPath.Of(skipped.FullName)),
        (nameof(SkippedFile.Reason), skipped => skipped.Reason),
        (nameof(SkippedFile.Message), skipped => skipped.Message));
}
