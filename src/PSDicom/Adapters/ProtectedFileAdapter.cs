namespace PSDicom.Adapters;

/// <summary>Presents the properties of a <see cref="ProtectedFile"/> to PowerShell. Registered in PSDicom.Types.ps1xml.</summary>
public sealed class ProtectedFileAdapter() : RowAdapter<ProtectedFile>(Properties)
{
    private static readonly ClassProperties<ProtectedFile> Properties = new(
        (nameof(ProtectedFile.FullName), file => file.FullName),
        (ItemPath.PropertyName, file => ItemPath.Of(file.FullName)),
        (nameof(ProtectedFile.Source), file => file.Source),
        (nameof(ProtectedFile.PatientID), file => file.PatientID),
        (nameof(ProtectedFile.SOPInstanceUID), file => file.SOPInstanceUID),
        (nameof(ProtectedFile.Removed), file => file.Removed),
        (nameof(ProtectedFile.Emptied), file => file.Emptied),
        (nameof(ProtectedFile.Replaced), file => file.Replaced),
        (nameof(ProtectedFile.NewUids), file => file.NewUids),
        (nameof(ProtectedFile.MovedDates), file => file.MovedDates),
        (nameof(ProtectedFile.Cleaned), file => file.Cleaned),
        (nameof(ProtectedFile.Kept), file => file.Kept),
        (nameof(ProtectedFile.UnlistedText), file => file.UnlistedText),
        (nameof(ProtectedFile.IsUnlistedTextKept), file => file.IsUnlistedTextKept),
        (nameof(ProtectedFile.IsReproducible), file => file.IsReproducible),
        (nameof(ProtectedFile.BlackedBoxes), file => file.BlackedBoxes),
        (nameof(ProtectedFile.BlackedBy), file => file.BlackedBy),
        (nameof(ProtectedFile.TransferSyntax), file => file.TransferSyntax),
        (nameof(ProtectedFile.Length), file => file.Length));
}
