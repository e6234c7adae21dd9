namespace PSDicom.Adapters;

/// <summary>
/// Shows PowerShell the properties of a <see cref="SkippedFile"/>; what was passed over pipes into Remove-Item, Copy-Item and others by its exact
/// name. PSDicom.Types.ps1xml names it.
/// </summary>
public sealed class SkippedFileAdapter() : RowAdapter<SkippedFile>(Properties)
{
    private static readonly ClassProperties<SkippedFile> Properties = new(
        (nameof(SkippedFile.FullName), skipped => skipped.FullName),
        (ItemPath.PropertyName, skipped => ItemPath.Of(skipped.FullName)),
        (nameof(SkippedFile.Reason), skipped => skipped.Reason),
        (nameof(SkippedFile.Message), skipped => skipped.Message));
}
