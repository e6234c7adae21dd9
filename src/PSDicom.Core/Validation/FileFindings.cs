using System.Collections.Generic;

namespace PSDicom.Validation;

/// <summary>Findings about a file as a whole: whether it is DICOM, and complete.</summary>
internal static class FileFindings
{
    private static readonly List<FindingRule> Rules = [];

    public static readonly FindingRule EmptyFile = Add(
        nameof(EmptyFile), DicomFindingSeverity.Error,
        "The file has no bytes.",
        "Copy it again from its source: the transfer that should have filled it failed.");

    public static readonly FindingRule ZeroFilled = Add(
        nameof(ZeroFilled), DicomFindingSeverity.Error,
        "The file has nothing but zero bytes.",
        "Copy it again from its source: its size was reserved, but nothing was written.");

    public static readonly FindingRule ZeroFilledEnd = Add(
        nameof(ZeroFilledEnd), DicomFindingSeverity.Error,
        "The end of the file is nothing but zero bytes where data should be.",
        "Compare it with its source: the end of an interrupted copy is filled with zeros.");

    public static readonly FindingRule NotDicom = Add(
        nameof(NotDicom), DicomFindingSeverity.Error,
        "The file is not DICOM, although it was named explicitly, is called .dcm, or begins with the prefix of DICOM.",
        "See what it is; remove it, or copy it again from its source.");

    public static readonly FindingRule OtherFile = Add(
        nameof(OtherFile), DicomFindingSeverity.Information,
        "The file in a searched folder is not DICOM.",
        "Nothing, if it belongs there.");

    public static readonly FindingRule Truncated = Add(
        nameof(Truncated), DicomFindingSeverity.Error,
        "The file ends before its last element does.",
        "Copy it again from its source; what is whole can still be read.");

    public static readonly FindingRule DeflateDamaged = Add(
        nameof(DeflateDamaged), DicomFindingSeverity.Error,
        "The deflated data set cannot be inflated to its end.",
        "Copy it again from its source.");

    public static readonly FindingRule FileChanged = Add(
        nameof(FileChanged), DicomFindingSeverity.Error,
        "The file changed while it was being tested.",
        "Test it again when nothing writes to it.");

    public static readonly FindingRule LimitExceeded = Add(
        nameof(LimitExceeded), DicomFindingSeverity.Error,
        "The file has more elements, levels of sequences or inflated bytes than any device writes.",
        "Do not trust it: it is damaged, or made to do harm.");

    public static readonly FindingRule TrailingData = Add(
        nameof(TrailingData), DicomFindingSeverity.Warning,
        "Bytes after the last element are not an element; they are skipped.",
        "Compare it with its source: two files may have been joined, or blocks overwritten.");

    public static readonly FindingRule FurtherProblems = Add(
        nameof(FurtherProblems), DicomFindingSeverity.Warning,
        "Reading the file met more problems than it lists.",
        "Correct those that are listed first.");

    public static readonly FindingRule TrailingZeros = Add(
        nameof(TrailingZeros), DicomFindingSeverity.Information,
        "A few zero bytes follow the last element.",
        "Nothing: all readers skip them.");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<FindingRule> All => Rules;

    private static FindingRule Add(string id, DicomFindingSeverity severity, string meaning, string remedy, bool isStrict = false)
    {
        var rule = new FindingRule(id, severity, meaning, remedy, isStrict);
        Rules.Add(rule);
        return rule;
    }
}
