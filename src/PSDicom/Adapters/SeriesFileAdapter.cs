namespace PSDicom.Adapters;

/// <summary>Presents the properties of a <see cref="DicomSeriesFile"/> to PowerShell. Registered in PSDicom.Types.ps1xml.</summary>
public sealed class SeriesFileAdapter() : RowAdapter<DicomSeriesFile>(Properties)
{
    private static readonly ClassProperties<DicomSeriesFile> Properties = new(
        (nameof(DicomSeriesFile.FullName), file => file.FullName),
        (ItemPath.PropertyName, file => ItemPath.Of(file.FullName)),
        (nameof(DicomSeriesFile.Length), file => file.Length),
        (nameof(DicomSeriesFile.FrameCount), file => file.FrameCount),
        (nameof(DicomSeriesFile.InstanceNumber), file => file.InstanceNumber),
        (nameof(DicomSeriesFile.SOPInstanceUID), file => file.SOPInstanceUID));
}
