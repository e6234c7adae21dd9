using System.Collections.Generic;

namespace PSDicom.Validation;

/// <summary>Findings about several files together.</summary>
internal static class SetFindings
{
    private static readonly List<FindingRule> Rules = [];

    public static readonly FindingRule DuplicateFile = Add(
        nameof(DuplicateFile), DicomFindingSeverity.Information,
        "Another file has the same SOP Instance UID and the same bytes.",
        "Remove one of them, if it is not there for safety.");

    public static readonly FindingRule SOPInstanceUIDNotUnique = Add(
        nameof(SOPInstanceUIDNotUnique), DicomFindingSeverity.Error,
        "Another file has the same SOP Instance UID but other bytes.",
        "Find out which is right, or give one a new identifier: archives keep only one of them.");

    public static readonly FindingRule UIDOfOtherKind = Add(
        nameof(UIDOfOtherKind), DicomFindingSeverity.Error,
        "A unique identifier of a study, series or object is used in another file for something of another kind.",
        "Give one a new identifier: archives mix up what shares an identifier.");

    public static readonly FindingRule SeriesInSeveralStudies = Add(
        nameof(SeriesInSeveralStudies), DicomFindingSeverity.Error,
        "Files with the same Series Instance UID belong to different studies.",
        "Find out which study is right, or give the series of one a new identifier.");

    public static readonly FindingRule PatientIDDiffers = Add(
        nameof(PatientIDDiffers), DicomFindingSeverity.Error,
        "Files of one study have different patient IDs, or IDs of different issuers.",
        "Find out whose study it is: archives file the study under one of them.");

    public static readonly FindingRule PatientAttributeDiffers = Add(
        nameof(PatientAttributeDiffers), DicomFindingSeverity.Warning,
        "Files of one study have different values of an attribute of the patient.",
        "Correct the wrong ones, or archives show whichever came first.");

    public static readonly FindingRule StudyAttributeDiffers = Add(
        nameof(StudyAttributeDiffers), DicomFindingSeverity.Warning,
        "Files of one study have different values of an attribute of the study.",
        "Correct the wrong ones, or archives show whichever came first.");

    public static readonly FindingRule SeriesAttributeDiffers = Add(
        nameof(SeriesAttributeDiffers), DicomFindingSeverity.Warning,
        "Files of one series have different values of an attribute of the series.",
        "Correct the wrong ones, or archives show whichever came first.");

    public static readonly FindingRule SlicesMissing = Add(
        nameof(SlicesMissing), DicomFindingSeverity.Warning,
        "Slices are missing between others of a series.",
        "Compare the series with its source.");

    public static readonly FindingRule SeriesIrregular = Add(
        nameof(SeriesIrregular), DicomFindingSeverity.Information,
        "The images of a series do not form whole volumes; about_PSDicom_Series describes the problems.",
        "See with Get-DicomSeries whether files are missing or do not belong to the series.");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<FindingRule> All => Rules;

    private static FindingRule Add(string id, DicomFindingSeverity severity, string meaning, string remedy)
    {
        var rule = new FindingRule(id, severity, meaning, remedy, isStrict: false);
        Rules.Add(rule);
        return rule;
    }
}
