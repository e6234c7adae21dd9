using System.Linq;

namespace PSDicom.Adapters;

/// <summary>Presents the properties of a <see cref="DicomStudy"/> to PowerShell. Registered in PSDicom.Types.ps1xml.</summary>
public sealed class StudyAdapter() : RowAdapter<DicomStudy>(Properties, Unlisted)
{
    private static readonly ClassProperties<DicomStudy> Properties = new(
        (nameof(DicomStudy.PatientID), study => study.PatientID),
        (nameof(DicomStudy.PatientName), study => study.PatientName),
        (nameof(DicomStudy.StudyInstanceUID), study => study.StudyInstanceUID),
        (nameof(DicomStudy.StudyDate), study => study.StudyDate),
        (nameof(DicomStudy.StudyTime), study => study.StudyTime),
        (nameof(DicomStudy.StudyDescription), study => study.StudyDescription),
        (nameof(DicomStudy.AccessionNumber), study => study.AccessionNumber),
        (nameof(DicomStudy.Modalities), study => study.Modalities.ToArray()),
        (nameof(DicomStudy.SeriesCount), study => study.SeriesCount),
        (nameof(DicomStudy.FileCount), study => study.FileCount),
        (nameof(DicomStudy.FrameCount), study => study.FrameCount),
        (nameof(DicomStudy.Length), study => study.Length),
        (nameof(DicomStudy.FirstDate), study => study.FirstDate),
        (nameof(DicomStudy.LastDate), study => study.LastDate),
        (nameof(DicomStudy.Problem), study => study.Problem),
        (nameof(DicomStudy.Series), study => study.Series),
        (nameof(DicomStudy.Files), study => study.Files));

    private static readonly ClassProperties<DicomStudy> Unlisted = new((ItemPath.PropertyName, study => ItemPaths.Of(study.Files)));
}
