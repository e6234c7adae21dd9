using System;
using System.Collections.Generic;

namespace PSDicom.Deidentification.Values;

/// <summary>
/// Items that are codes (PS3.3 table 8.8-1). A code of a public coding scheme says what it says everywhere; one of a scheme of one's own can be
/// about an institution, or about a person.
/// </summary>
internal static class CodeItem
{
    private static readonly HashSet<string> PublicSchemes = new(StringComparer.OrdinalIgnoreCase)
    {
        "ACR", "ASTM-sigpurpose", "BARI", "BI", "CADSR", "CAMRTUID", "CD8", "CPT4", "CST4", "DCM", "DCMUID", "DICOM", "FMA", "I10", "I10P", "I11", "I9", "I9C", "ICD9",
        "IBSI", "ICDO3", "ISO3166_1", "ISO639_1", "ISO639_2", "ISO_IR", "ISOLATIN", "ITIS", "JC8", "LN", "MA", "MDC", "MSH", "NCDR", "NCDR [2.0b]", "NCDR[2.0b]",
        "NCIt", "NEU", "NICIP", "NND", "POS", "RADLEX", "RADELEMENT", "RFC3066", "RFC5646", "RO", "SCT", "SDM", "SNM3", "SRT", "SNOMED-CT", "SCPECG", "UBERON", "UCUM",
        "UMLS", "UNS", "UPC", "X.121", "11073",
    };

    private static readonly HashSet<uint> Attributes =
    [
        0x0008_0100, 0x0008_0101, 0x0008_0102, 0x0008_0103, 0x0008_0104, 0x0008_0105, 0x0008_0108, 0x0008_0119, 0x0008_0120, 0x0008_0122,
    ];

    /// <summary>Whether an attribute is a part of a code.</summary>
    public static bool IsPart(DicomTag tag) => Attributes.Contains(tag.Value);

    /// <summary>Whether an item is a code of a public scheme.</summary>
    public static bool IsPublic(DicomDataset item) =>
        item.Parent is not null && item.GetText(DicomTag.CodingSchemeDesignator)?.Trim() is { } scheme && PublicSchemes.Contains(scheme);
}
