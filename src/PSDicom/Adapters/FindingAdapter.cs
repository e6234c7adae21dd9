namespace PSDicom.Adapters;

/// <summary>Presents the properties of a <see cref="DicomFinding"/> to PowerShell. Registered in PSDicom.Types.ps1xml.</summary>
public sealed class FindingAdapter() : RowAdapter<DicomFinding>(Properties)
{
    private static readonly ClassProperties<DicomFinding> Properties = new(
        (nameof(DicomFinding.FullName), finding => finding.FullName),
        (ItemPath.PropertyName, finding => ItemPath.Of(finding.FullName)),
        (nameof(DicomFinding.Severity), finding => finding.Severity),
        (nameof(DicomFinding.Id), finding => finding.Id),
        (nameof(DicomFinding.TagPath), finding => finding.TagPath),
        (nameof(DicomFinding.Offset), finding => finding.Offset),
        (nameof(DicomFinding.Message), finding => finding.Message),
        (nameof(DicomFinding.Value), finding => finding.Value));
}
