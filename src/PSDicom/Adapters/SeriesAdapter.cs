namespace PSDicom.Adapters;

/// <summary>Presents the properties of a <see cref="DicomSeries"/> to PowerShell. Registered in PSDicom.Types.ps1xml.</summary>
public sealed class SeriesAdapter() : RowAdapter<DicomSeries>(Properties, Unlisted)
{
    private static readonly ClassProperties<DicomSeries> Properties = new(
        (nameof(DicomSeries.PatientID), series => series.PatientID),
        (nameof(DicomSeries.PatientName), series => series.PatientName),
        (nameof(DicomSeries.StudyInstanceUID), series => series.StudyInstanceUID),
        (nameof(DicomSeries.StudyDate), series => series.StudyDate),
        (nameof(DicomSeries.StudyDescription), series => series.StudyDescription),
        (nameof(DicomSeries.SeriesInstanceUID), series => series.SeriesInstanceUID),
        (nameof(DicomSeries.SeriesNumber), series => series.SeriesNumber),
        (nameof(DicomSeries.SeriesDescription), series => series.SeriesDescription),
        (nameof(DicomSeries.SeriesDate), series => series.SeriesDate),
        (nameof(DicomSeries.Modality), series => series.Modality),
        (nameof(DicomSeries.FileCount), series => series.FileCount),
        (nameof(DicomSeries.FrameCount), series => series.FrameCount),
        (nameof(DicomSeries.StackCount), series => series.StackCount),
        (nameof(DicomSeries.Size), series => series.Size),
        (nameof(DicomSeries.IsRegular), series => series.IsRegular),
        (nameof(DicomSeries.DuplicateFrames), series => series.DuplicateFrames),
        (nameof(DicomSeries.Length), series => series.Length),
        (nameof(DicomSeries.FirstDate), series => series.FirstDate),
        (nameof(DicomSeries.LastDate), series => series.LastDate),
        (nameof(DicomSeries.Problem), series => series.Problem),
        (nameof(DicomSeries.Stacks), series => series.Stacks),
        (nameof(DicomSeries.Files), series => series.Files),
        (nameof(DicomSeries.Frames), series => series.Frames),
        (nameof(DicomSeries.DuplicateFiles), series => series.DuplicateFiles));

    // The short label of the view, and the names that other commands bind.
    private static readonly ClassProperties<DicomSeries> Unlisted = new(
        ("Series", series => series.SeriesNumber),
        (ItemPath.PropertyName, series => ItemPaths.Of(series.Files)));
}
