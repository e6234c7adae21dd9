using System.Collections.Generic;

namespace PSDicom.Validation;

/// <summary>Findings about what identifies an object.</summary>
internal static class IdentityFindings
{
    private static readonly List<FindingRule> Rules = [];

    public static readonly FindingRule SOPClassUIDMissing = Add(
        nameof(SOPClassUIDMissing), DicomFindingSeverity.Error,
        "The data set has no SOP Class UID: it is unknown what the object is.",
        "Take it from the file meta information, if it is there.");

    public static readonly FindingRule SOPInstanceUIDMissing = Add(
        nameof(SOPInstanceUIDMissing), DicomFindingSeverity.Error,
        "The data set has no SOP Instance UID: the object has no identity.",
        "Take it from the file meta information, if it is there.");

    public static readonly FindingRule StudyInstanceUIDMissing = Add(
        nameof(StudyInstanceUIDMissing), DicomFindingSeverity.Error,
        "The data set has no Study Instance UID: the object belongs to no study.",
        "Compare it with its source: it may be cut.");

    public static readonly FindingRule SeriesInstanceUIDMissing = Add(
        nameof(SeriesInstanceUIDMissing), DicomFindingSeverity.Error,
        "The data set has no Series Instance UID: the object belongs to no series.",
        "Compare it with its source: it may be cut.");

    public static readonly FindingRule SOPClassUIDDiffers = Add(
        nameof(SOPClassUIDDiffers), DicomFindingSeverity.Error,
        "Media Storage SOP Class UID in the file meta information is not the SOP Class UID of the data set.",
        "Find out which is right; archives go by one, viewers by the other.");

    public static readonly FindingRule SOPInstanceUIDDiffers = Add(
        nameof(SOPInstanceUIDDiffers), DicomFindingSeverity.Error,
        "Media Storage SOP Instance UID in the file meta information is not the SOP Instance UID of the data set.",
        "Find out which is right; archives go by one, viewers by the other.");

    public static readonly FindingRule UIDNotUnique = Add(
        nameof(UIDNotUnique), DicomFindingSeverity.Error,
        "Study, series and object do not have different unique identifiers.",
        "Give them new ones; archives mix up what shares an identifier.");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<FindingRule> All => Rules;

    private static FindingRule Add(string id, DicomFindingSeverity severity, string meaning, string remedy, bool isStrict = false)
    {
        var rule = new FindingRule(id, severity, meaning, remedy, isStrict);
        Rules.Add(rule);
        return rule;
    }
}
