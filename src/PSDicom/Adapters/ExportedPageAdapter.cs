namespace PSDicom.Adapters;

/// <summary>Presents the properties of an <see cref="ExportedPage"/> to PowerShell. Registered in PSDicom.Types.ps1xml.</summary>
public sealed class ExportedPageAdapter() : RowAdapter<ExportedPage>(Properties)
{
    private static readonly ClassProperties<ExportedPage> Properties = new(
        (nameof(ExportedPage.FullName), page => page.FullName),
        (ItemPath.PropertyName, page => ItemPath.Of(page.FullName)),
        (nameof(ExportedPage.Content), page => page.Content),
        (nameof(ExportedPage.SeriesCount), page => page.SeriesCount),
        (nameof(ExportedPage.FileCount), page => page.FileCount),
        (nameof(ExportedPage.FrameCount), page => page.FrameCount),
        (nameof(ExportedPage.MissingFrameCount), page => page.MissingFrameCount),
        (nameof(ExportedPage.Length), page => page.Length));
}
