using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using PSDicom.Dictionary;

namespace PSDicom;

/// <summary>
/// The data dictionary of DICOM 2024d (PS3.6), and the private attributes that vendors have published. It is loaded on first use and is
/// thread-safe.
/// </summary>
public static class DicomDictionary
{
    private static readonly DicomDictionaryEntry GroupLength =
        new(0x0000_0000, 0x0000_FFFF, "GroupLength", "Group Length", [DicomVR.UL], "1", isRetired: true);

    private static readonly DicomDictionaryEntry PrivateCreator =
        new(0x0001_0000, 0x0001_FF00, "PrivateCreator", "Private Creator", [DicomVR.LO], "1", isRetired: false);

    /// <summary>Every keyword of the standard, sorted by tag.</summary>
    public static IReadOnlyList<string> Keywords => AttributeTable.Instance.Keywords;

    /// <summary>
    /// Finds a tag of the standard, including those of repeating groups (50xx, 60xx, ...), group lengths and private creators.
    /// </summary>
    public static bool TryGet(DicomTag tag, [NotNullWhen(true)] out DicomDictionaryEntry? entry)
    {
        AttributeTable table = AttributeTable.Instance;
        int row = table.FindExact(tag.Value);
        if (row < 0 && tag.IsGroupLength)
        {
            entry = GroupLength;
            return true;
        }

        if (tag.IsPrivateCreator)
        {
            entry = PrivateCreator;
            return true;
        }

        if (row < 0) row = table.FindRepeating(tag.Value);
        entry = row < 0 ? null : table.Entry(row);
        return entry is not null;
    }

    /// <summary>Finds an attribute of the standard by its keyword, without regard to case.</summary>
    public static bool TryGet(string? keyword, [NotNullWhen(true)] out DicomDictionaryEntry? entry)
    {
        int row = AttributeTable.Instance.FindKeyword(keyword);
        entry = row < 0 ? null : AttributeTable.Instance.Entry(row);
        return entry is not null;
    }

    /// <summary>Finds a private attribute, in any block that the file reserved for its creator (PS3.5 section 7.8.1).</summary>
    /// <param name="creator">The value of the private creator element; case is ignored if no creator matches exactly.</param>
    /// <param name="tag">The tag as it is in the file.</param>
    /// <param name="entry">The attribute.</param>
    public static bool TryGetPrivate(string? creator, DicomTag tag, [NotNullWhen(true)] out DicomDictionaryEntry? entry)
    {
        int row = PrivateAttributeTable.Instance.Find(creator, tag, ignoresCase: true);
        entry = row < 0 ? null : PrivateAttributeTable.Instance.Entry(row);
        return entry is not null;
    }

    /// <summary>Finds the value representation of a tag of the standard, for files that do not contain it; allocates nothing.</summary>
    /// <param name="tag">The tag.</param>
    /// <param name="isAmbiguous">Whether the standard allows others: <see cref="DicomDictionaryEntry.VRs"/>.</param>
    /// <returns>
    /// As <see cref="DicomDictionaryEntry.VR"/>; null for an unknown tag, for a private one (except creators and group lengths), and for the
    /// item tags.
    /// </returns>
    public static DicomVR? FindVR(DicomTag tag, out bool isAmbiguous)
    {
        AttributeTable table = AttributeTable.Instance;
        int row = table.FindExact(tag.Value);
        if (row >= 0) return table.VR(row, out isAmbiguous);

        isAmbiguous = false;
        if (tag.IsGroupLength) return DicomVR.UL;
        if (tag.IsPrivate) return tag.IsPrivateCreator ? DicomVR.LO : null;
        row = table.FindRepeating(tag.Value);
        return row < 0 ? null : table.VR(row, out isAmbiguous);
    }

    /// <summary>Whether a tag's value contains the entries of a lookup table, which are never signed (PS3.3 section C.11.1.1.2).</summary>
    internal static bool IsTableData(DicomTag tag) => tag == DicomTag.GrayLookupTableData || tag == DicomTag.LUTData;

    /// <summary>Finds the value representation of a tag of the standard; allocates nothing.</summary>
    /// <inheritdoc cref="FindVR(DicomTag, out bool)" path="/returns"/>
    public static DicomVR? FindVR(DicomTag tag) => FindVR(tag, out _);

    /// <summary>
    /// Finds the value representation of a private attribute; allocates nothing. The creator must match exactly: bytes must not become numbers
    /// by a guess.
    /// </summary>
    /// <param name="creator">The value of the private creator element.</param>
    /// <param name="tag">The tag as it is in the file.</param>
    /// <returns>Null if the creator or the element is unknown.</returns>
    public static DicomVR? FindPrivateVR(string? creator, DicomTag tag) => FindPrivateVR(creator, tag, out _);

    /// <inheritdoc cref="FindPrivateVR(string?, DicomTag)"/>
    public static DicomVR? FindPrivateVR(string? creator, DicomTag tag, out bool isAmbiguous)
    {
        isAmbiguous = false;
        int row = PrivateAttributeTable.Instance.Find(creator, tag, ignoresCase: false);
        return row < 0 ? null : PrivateAttributeTable.Instance.VR(row, out isAmbiguous);
    }

    /// <summary>The keywords closest to an unknown one, the likeliest first.</summary>
    /// <param name="text">A misspelled keyword, a part of one, or the attribute's name.</param>
    /// <param name="count">The most keywords to return.</param>
    public static IReadOnlyList<string> NearestKeywords(string text, int count) => NearestText.Find(Keywords, text, count);
}
