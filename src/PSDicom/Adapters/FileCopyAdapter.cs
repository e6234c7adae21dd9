namespace PSDicom.Adapters;

/// <summary>Presents the properties of a <see cref="DicomFileCopy"/> to PowerShell. Registered in PSDicom.Types.ps1xml.</summary>
public sealed class FileCopyAdapter() : RowAdapter<DicomFileCopy>(Properties)
{
    private static readonly ClassProperties<DicomFileCopy> Properties = new(
        (nameof(DicomFileCopy.FullName), copy => copy.FullName),
        (ItemPath.PropertyName, copy => ItemPath.Of(copy.FullName)),
        (nameof(DicomFileCopy.Source), copy => copy.Source),
        (nameof(DicomFileCopy.Status), copy => copy.Status),
        (nameof(DicomFileCopy.Length), copy => copy.Length),
        (nameof(DicomFileCopy.Tags), copy => copy.Tags),
        (nameof(DicomFileCopy.Changes), copy => copy.Changes));
}
