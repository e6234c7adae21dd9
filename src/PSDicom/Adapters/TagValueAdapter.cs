namespace PSDicom.Adapters;

/// <summary>Presents the properties of a <see cref="DicomTagValue"/> to PowerShell. Registered in PSDicom.Types.ps1xml.</summary>
public sealed class TagValueAdapter() : RowAdapter<DicomTagValue>(Properties)
{
    private static readonly ClassProperties<DicomTagValue> Properties = new(
        (nameof(DicomTagValue.FullName), row => row.FullName),
        (ItemPath.PropertyName, row => ItemPath.Of(row.FullName)),
        (nameof(DicomTagValue.Tag), row => row.Tag),
        (nameof(DicomTagValue.Keyword), row => row.Keyword),
        (nameof(DicomTagValue.Name), row => row.Name),
        (nameof(DicomTagValue.VR), row => row.VR),
        (nameof(DicomTagValue.VM), row => row.VM),
        (nameof(DicomTagValue.Value), row => row.Value),
        (nameof(DicomTagValue.RawValue), row => row.RawValue),
        (nameof(DicomTagValue.UIDName), row => row.UIDName),
        (nameof(DicomTagValue.TagPath), row => row.TagPath),
        (nameof(DicomTagValue.IsPrivate), row => row.IsPrivate),
        (nameof(DicomTagValue.IsMalformed), row => row.IsMalformed),
        (nameof(DicomTagValue.Exists), row => row.Exists),
        (nameof(DicomTagValue.Depth), row => row.Depth));
}
