using System.Collections.Generic;

namespace PSDicom.Validation;

/// <summary>Findings about values: number, length, characters, form, character set.</summary>
internal static class ValueFindings
{
    private static readonly List<FindingRule> Rules = [];

    public static readonly FindingRule ValueMultiplicity = Add(
        nameof(ValueMultiplicity), DicomFindingSeverity.Warning,
        "The number of values is not one that the dictionary allows (PS3.5 section 6.4).",
        "Tell the vendor of the writer; a backslash in a text separates values.");

    public static readonly FindingRule ValueByteLength = Add(
        nameof(ValueByteLength), DicomFindingSeverity.Error,
        "The number of bytes is not a multiple of the size of a number.",
        "Compare it with its source: the value or its value representation is wrong.");

    public static readonly FindingRule NumberAsText = Add(
        nameof(NumberAsText), DicomFindingSeverity.Error,
        "A number is written as text, although its value representation is binary.",
        "Tell the vendor of the writer; other readers get a wrong number.");

    public static readonly FindingRule ValueTooLong = Add(
        nameof(ValueTooLong), DicomFindingSeverity.Warning,
        "A value has more characters than its value representation allows (PS3.5 section 6.2).",
        "Shorten it; databases cut or refuse it.");

    public static readonly FindingRule ValueCharacters = Add(
        nameof(ValueCharacters), DicomFindingSeverity.Warning,
        "A value has characters that its value representation does not allow (PS3.5 section 6.2).",
        "Correct the value.");

    public static readonly FindingRule ValueForm = Add(
        nameof(ValueForm), DicomFindingSeverity.Warning,
        "A value is not written in the form of its value representation (PS3.5 section 6.2).",
        "Correct the value; it is not found by date, time or number.");

    public static readonly FindingRule ValueRange = Add(
        nameof(ValueRange), DicomFindingSeverity.Warning,
        "A number is beyond the range of its value representation (PS3.5 section 6.2).",
        "Correct the value; other readers get a wrong number.");

    public static readonly FindingRule ValuePadding = Add(
        nameof(ValuePadding), DicomFindingSeverity.Warning,
        "A value is padded with other characters than those of its value representation (PS3.5 section 6.2).",
        "Nothing for most readers; comparisons in databases may fail.");

    public static readonly FindingRule DecimalComma = Add(
        nameof(DecimalComma), DicomFindingSeverity.Warning,
        "A decimal string has a comma, which was read as a decimal point.",
        "Correct the value; other readers get a wrong number, or none.");

    public static readonly FindingRule UIDInvalid = Add(
        nameof(UIDInvalid), DicomFindingSeverity.Warning,
        "A unique identifier has other characters than digits and dots, a leading zero, an empty component, or more than 64 characters (PS3.5 section 9.1).",
        "Correct it everywhere at once, as other objects refer to it.");

    public static readonly FindingRule CharacterSetUnknown = Add(
        nameof(CharacterSetUnknown), DicomFindingSeverity.Error,
        "The declared character set does not exist (PS3.3 section C.12.1.1.2).",
        "Correct Specific Character Set; until then, read it with -CharacterSet.");

    public static readonly FindingRule CharacterSetMissing = Add(
        nameof(CharacterSetMissing), DicomFindingSeverity.Warning,
        "A text has characters that are not ASCII, but no character set is declared for them.",
        "Set Specific Character Set to what the text is in; until then, read it with -CharacterSet.");

    public static readonly FindingRule CharacterSetWrong = Add(
        nameof(CharacterSetWrong), DicomFindingSeverity.Error,
        "A text contradicts the declared character set, or is undefined in it.",
        "Correct Specific Character Set; until then, read it with -CharacterSet.");

    public static readonly FindingRule CharacterSetDeviation = Add(
        nameof(CharacterSetDeviation), DicomFindingSeverity.Warning,
        "A text has codes or escape sequences beyond the declared character set, whose meaning is clear.",
        "Nothing for most readers; tell the vendor of the writer.");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<FindingRule> All => Rules;

    private static FindingRule Add(string id, DicomFindingSeverity severity, string meaning, string remedy, bool isStrict = false)
    {
        var rule = new FindingRule(id, severity, meaning, remedy, isStrict);
        Rules.Add(rule);
        return rule;
    }
}
