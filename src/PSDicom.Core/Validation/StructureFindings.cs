using System.Collections.Generic;

namespace PSDicom.Validation;

/// <summary>Findings about the encoding of a file: file meta information, elements, sequences.</summary>
internal static class StructureFindings
{
    private static readonly List<FindingRule> Rules = [];

    public static readonly FindingRule PrefixMissing = Add(
        nameof(PrefixMissing), DicomFindingSeverity.Warning,
        "The preamble of 128 bytes and the prefix DICM are missing or misplaced (PS3.10 section 7.1).",
        "Write the file anew with a current toolkit; some readers refuse it.");

    public static readonly FindingRule FileMetaMissing = Add(
        nameof(FileMetaMissing), DicomFindingSeverity.Warning,
        "The file has no file meta information, group 0002 (PS3.10 section 7.1).",
        "Write the file anew with a current toolkit; some readers refuse it.");

    public static readonly FindingRule FileMetaVersion = Add(
        nameof(FileMetaVersion), DicomFindingSeverity.Warning,
        "File Meta Information Version is not 00H 01H (PS3.10 section 7.1).",
        "Nothing for most readers; tell the vendor of the writer.");

    public static readonly FindingRule FileMetaIncomplete = Add(
        nameof(FileMetaIncomplete), DicomFindingSeverity.Warning,
        "A required element of the file meta information is missing or empty (PS3.10 section 7.1).",
        "Write the file anew with a current toolkit.");

    public static readonly FindingRule FileMetaEncoding = Add(
        nameof(FileMetaEncoding), DicomFindingSeverity.Warning,
        "The file meta information is not in explicit VR little endian (PS3.10 section 7.1).",
        "Write the file anew with a current toolkit; some readers refuse it.");

    public static readonly FindingRule FileMetaInDataset = Add(
        nameof(FileMetaInDataset), DicomFindingSeverity.Warning,
        "Elements of group 0002 are in the data set; they are skipped.",
        "Tell the vendor of the writer: two files may have been joined.");

    public static readonly FindingRule TransferSyntaxMissing = Add(
        nameof(TransferSyntaxMissing), DicomFindingSeverity.Error,
        "The file meta information has no Transfer Syntax UID; the encoding is guessed.",
        "Write the file anew with the transfer syntax that it has.");

    public static readonly FindingRule TransferSyntaxUnknown = Add(
        nameof(TransferSyntaxUnknown), DicomFindingSeverity.Warning,
        "The transfer syntax is not registered in the standard.",
        "Only the vendor's software can decode the pixel data; ask for a standard transfer syntax.");

    public static readonly FindingRule TransferSyntaxWrong = Add(
        nameof(TransferSyntaxWrong), DicomFindingSeverity.Error,
        "The data set is encoded in another way than the transfer syntax says; it is read as it is encoded.",
        "Correct Transfer Syntax UID; other readers fail or read nonsense.");

    public static readonly FindingRule MixedEncoding = Add(
        nameof(MixedEncoding), DicomFindingSeverity.Error,
        "Some elements are explicit and others implicit.",
        "Write the file anew with a current toolkit; other readers fail here.");

    public static readonly FindingRule GroupLengthWrong = Add(
        nameof(GroupLengthWrong), DicomFindingSeverity.Warning,
        "A group length is not the number of bytes that follow in its group (PS3.5 section 7.2).",
        "Remove or correct it; readers that rely on it lose their place.");

    public static readonly FindingRule GroupLengthRetired = Add(
        nameof(GroupLengthRetired), DicomFindingSeverity.Information,
        "A group other than 0002 has a group length, which is retired (PS3.5 section 7.2).",
        "Nothing.", isStrict: true);

    public static readonly FindingRule TagOrder = Add(
        nameof(TagOrder), DicomFindingSeverity.Warning,
        "An element comes after one with a higher tag (PS3.5 section 7.1).",
        "Write the file anew with a current toolkit; readers that stop early miss it.");

    public static readonly FindingRule DuplicateElement = Add(
        nameof(DuplicateElement), DicomFindingSeverity.Error,
        "An element occurs more than once in a data set; the first counts here, the last elsewhere.",
        "Remove the wrong one; readers differ in which they take.");

    public static readonly FindingRule OddLength = Add(
        nameof(OddLength), DicomFindingSeverity.Warning,
        "A value has an odd number of bytes (PS3.5 section 7.1.1).",
        "Write the file anew with a current toolkit; some readers lose their place.");

    public static readonly FindingRule LengthContradiction = Add(
        nameof(LengthContradiction), DicomFindingSeverity.Error,
        "The length of an element, an item or a sequence contradicts what contains it; the likelier one was used.",
        "Compare it with its source, and tell the vendor of the writer; other readers lose their place.");

    public static readonly FindingRule LengthTooShort = Add(
        nameof(LengthTooShort), DicomFindingSeverity.Warning,
        "A length has 16 bits where its value representation requires 32 (PS3.5 section 7.1.2).",
        "Write the file anew with a current toolkit; other readers lose their place.");

    public static readonly FindingRule DelimiterMissing = Add(
        nameof(DelimiterMissing), DicomFindingSeverity.Error,
        "A sequence or value of undefined length has no delimiter (PS3.5 section 7.5).",
        "Compare it with its source, and tell the vendor of the writer.");

    public static readonly FindingRule DelimiterUnexpected = Add(
        nameof(DelimiterUnexpected), DicomFindingSeverity.Warning,
        "There is a delimiter where none belongs; it was skipped (PS3.5 section 7.5).",
        "Write the file anew with a current toolkit; other readers may end a sequence there.");

    public static readonly FindingRule DelimiterLength = Add(
        nameof(DelimiterLength), DicomFindingSeverity.Warning,
        "The length of a delimiter is not 0 (PS3.5 section 7.5).",
        "Nothing for most readers; tell the vendor of the writer.");

    public static readonly FindingRule StrayItem = Add(
        nameof(StrayItem), DicomFindingSeverity.Error,
        "An item is outside any sequence; it was skipped.",
        "Compare it with its source: something before it is damaged.");

    public static readonly FindingRule ItemsUnexpected = Add(
        nameof(ItemsUnexpected), DicomFindingSeverity.Warning,
        "A value that is not a sequence contains items; it was read as a sequence.",
        "Tell the vendor of the writer: the value representation is wrong.");

    public static readonly FindingRule ItemsMissing = Add(
        nameof(ItemsMissing), DicomFindingSeverity.Error,
        "A sequence contains bytes that are not items; they were kept as they are.",
        "Compare it with its source, and tell the vendor of the writer.");

    public static readonly FindingRule ZeroBytes = Add(
        nameof(ZeroBytes), DicomFindingSeverity.Warning,
        "Zero bytes lie between elements or items; they were skipped.",
        "Write the file anew with a current toolkit; other readers fail here.");

    public static readonly FindingRule VRUnknown = Add(
        nameof(VRUnknown), DicomFindingSeverity.Warning,
        "A value representation is not one of the standard; that of the dictionary was used.",
        "Write the file anew with a current toolkit; other readers may lose their place.");

    public static readonly FindingRule VRWrong = Add(
        nameof(VRWrong), DicomFindingSeverity.Warning,
        "The value representation is not the one that the dictionary requires (PS3.6).",
        "Tell the vendor of the writer; the value is read as the file says.");

    public static readonly FindingRule VRNotNamed = Add(
        nameof(VRNotNamed), DicomFindingSeverity.Information,
        "A known element has the value representation UN (PS3.5 section 6.2.2).",
        "Nothing: the dictionary's is used.", isStrict: true);

    public static readonly FindingRule ElementNotAllowed = Add(
        nameof(ElementNotAllowed), DicomFindingSeverity.Warning,
        "The group or element number must not occur in a file (PS3.5 sections 7.1 and 7.8.1).",
        "Tell the vendor of the writer.");

    public static readonly FindingRule ElementUnknown = Add(
        nameof(ElementUnknown), DicomFindingSeverity.Information,
        "A standard element is not in the dictionary of DICOM 2024d.",
        "Nothing, if the file is newer; else tell the vendor of the writer.", isStrict: true);

    public static readonly FindingRule ElementRetired = Add(
        nameof(ElementRetired), DicomFindingSeverity.Information,
        "The element is retired (PS3.6).",
        "Nothing.", isStrict: true);

    public static readonly FindingRule PrivateCreatorMissing = Add(
        nameof(PrivateCreatorMissing), DicomFindingSeverity.Warning,
        "The block of a private element is not reserved by a private creator (PS3.5 section 7.8.1).",
        "Nobody can tell what the element means; tell the vendor of the writer.");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<FindingRule> All => Rules;

    private static FindingRule Add(string id, DicomFindingSeverity severity, string meaning, string remedy, bool isStrict = false)
    {
        var rule = new FindingRule(id, severity, meaning, remedy, isStrict);
        Rules.Add(rule);
        return rule;
    }
}
