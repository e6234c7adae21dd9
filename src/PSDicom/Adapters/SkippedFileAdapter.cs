namespace PSDicom.Adapters;

/// <summary>Shows PowerShell the properties of a <see cref="SkippedFile"/>. PSDicom.Types.ps1xml names it.</summary>
public sealed class SkippedFileAdapter() : RowAdapter<SkippedFile>(Properties)
{
    private static readonly ClassProperties<SkippedFile> Properties = new(
        (nameof(SkippedFile.Reason), skipped => skipped.Reason),
        (nameof(SkippedFile.FullName), skipped => skipped.FullName),
        (ItemPath.PropertyName, skipped => ItemPath.Of(skipped.FullName)),
        (nameof(SkippedFile.Message), skipped => skipped.Message));
}
