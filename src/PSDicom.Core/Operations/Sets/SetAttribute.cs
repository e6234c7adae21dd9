using PSDicom.Validation;

namespace PSDicom.Operations.Sets;

/// <summary>An attribute that all files of a study, or of a series, must have the same value of (PS3.3 section A.1.2).</summary>
/// <param name="tag">The tag.</param>
/// <param name="rule">The finding if they do not.</param>
/// <param name="isOfSeries">Whether it is about the files of a series; else about those of a study.</param>
internal sealed class SetAttribute(DicomTag tag, FindingRule rule, bool isOfSeries)
{
    /// <summary>The attributes of a patient and of a study.</summary>
    public static SetAttribute[] OfStudy { get; } =
    [
        new(DicomTag.PatientID, SetFindings.PatientIDDiffers, isOfSeries: false),
        new(DicomTag.IssuerOfPatientID, SetFindings.PatientIDDiffers, isOfSeries: false),
        new(DicomTag.PatientName, SetFindings.PatientAttributeDiffers, isOfSeries: false),
        new(DicomTag.PatientBirthDate, SetFindings.PatientAttributeDiffers, isOfSeries: false),
        new(DicomTag.PatientSex, SetFindings.PatientAttributeDiffers, isOfSeries: false),
        new(DicomTag.StudyDate, SetFindings.StudyAttributeDiffers, isOfSeries: false),
        new(DicomTag.StudyTime, SetFindings.StudyAttributeDiffers, isOfSeries: false),
        new(DicomTag.AccessionNumber, SetFindings.StudyAttributeDiffers, isOfSeries: false),
        new(DicomTag.StudyID, SetFindings.StudyAttributeDiffers, isOfSeries: false),
        new(DicomTag.StudyDescription, SetFindings.StudyAttributeDiffers, isOfSeries: false),
        new(DicomTag.ReferringPhysicianName, SetFindings.StudyAttributeDiffers, isOfSeries: false),
    ];

    /// <summary>The attributes of a series and its equipment.</summary>
    public static SetAttribute[] OfSeries { get; } =
    [
        new(DicomTag.Modality, SetFindings.SeriesAttributeDiffers, isOfSeries: true),
        new(DicomTag.SeriesNumber, SetFindings.SeriesAttributeDiffers, isOfSeries: true),
        new(DicomTag.SeriesDate, SetFindings.SeriesAttributeDiffers, isOfSeries: true),
        new(DicomTag.SeriesTime, SetFindings.SeriesAttributeDiffers, isOfSeries: true),
        new(DicomTag.SeriesDescription, SetFindings.SeriesAttributeDiffers, isOfSeries: true),
        new(DicomTag.ProtocolName, SetFindings.SeriesAttributeDiffers, isOfSeries: true),
        new(DicomTag.Laterality, SetFindings.SeriesAttributeDiffers, isOfSeries: true),
        new(DicomTag.PatientPosition, SetFindings.SeriesAttributeDiffers, isOfSeries: true),
        new(DicomTag.Manufacturer, SetFindings.SeriesAttributeDiffers, isOfSeries: true),
    ];

    /// <summary>The tag.</summary>
    public DicomTag Tag => tag;

    /// <summary>The finding if values differ.</summary>
    public FindingRule Rule => rule;

    /// <summary>What has the files.</summary>
    public string Owner { get; } = isOfSeries ? "series" : "study";

    /// <summary>The key of the value of a file; none if it has no value. Padding and empty components at the end make no difference.</summary>
    public TextKey ValueIn(DicomDataset dataset) => TextKey.Of(dataset.GetText(tag)?.Trim().TrimEnd('^', '='));
}
