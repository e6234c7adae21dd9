namespace PSDicom.Adapters;

/// <summary>Presents the properties of a <see cref="DicomChange"/> to PowerShell. Registered in PSDicom.Types.ps1xml.</summary>
public sealed class ChangeAdapter() : RowAdapter<DicomChange>(Properties)
{
    private static readonly ClassProperties<DicomChange> Properties = new(
        (nameof(DicomChange.FullName), change => change.FullName),
        (ItemPath.PropertyName, change => ItemPath.Of(change.FullName)),
        (nameof(DicomChange.Source), change => change.Source),
        (nameof(DicomChange.IsChanged), change => change.IsChanged),
        (nameof(DicomChange.Tags), change => change.Tags),
        (nameof(DicomChange.OldValue), change => change.OldValue),
        (nameof(DicomChange.NewValue), change => change.NewValue),
        (nameof(DicomChange.Length), change => change.Length),
        (nameof(DicomChange.BackupName), change => change.BackupName),
        (nameof(DicomChange.Changes), change => change.Changes));
}
