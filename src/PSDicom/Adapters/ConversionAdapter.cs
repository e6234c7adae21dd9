namespace PSDicom.Adapters;

/// <summary>Presents the properties of a <see cref="DicomConversion"/> to PowerShell. Registered in PSDicom.Types.ps1xml.</summary>
public sealed class ConversionAdapter() : RowAdapter<DicomConversion>(Properties)
{
    private static readonly ClassProperties<DicomConversion> Properties = new(
        (nameof(DicomConversion.FullName), conversion => conversion.FullName),
        (ItemPath.PropertyName, conversion => ItemPath.Of(conversion.FullName)),
        (nameof(DicomConversion.Source), conversion => conversion.Source),
        (nameof(DicomConversion.IsChanged), conversion => conversion.IsChanged),
        (nameof(DicomConversion.SourceTransferSyntax), conversion => conversion.SourceTransferSyntax),
        (nameof(DicomConversion.TransferSyntax), conversion => conversion.TransferSyntax),
        (nameof(DicomConversion.IsLossy), conversion => conversion.IsLossy),
        (nameof(DicomConversion.FrameCount), conversion => conversion.FrameCount),
        (nameof(DicomConversion.SourceLength), conversion => conversion.SourceLength),
        (nameof(DicomConversion.Length), conversion => conversion.Length),
        (nameof(DicomConversion.Ratio), conversion => conversion.Ratio),
        (nameof(DicomConversion.Duration), conversion => conversion.Duration),
        (nameof(DicomConversion.BackupName), conversion => conversion.BackupName));
}
