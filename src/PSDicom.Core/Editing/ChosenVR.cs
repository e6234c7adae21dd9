using System;

namespace PSDicom.Editing;

/// <summary>Chooses the value representation of a new value.</summary>
internal static class ChosenVR
{
    /// <summary>
    /// That of the file, if it fits the dictionary's kind; that of the dictionary, if the file has none, UN, or a wrong one (PS3.5 section
    /// 6.2.2).
    /// </summary>
    /// <param name="holder">The data set.</param>
    /// <param name="tag">The tag.</param>
    /// <param name="element">The element in the file; null if it is added.</param>
    /// <param name="value">The new value.</param>
    /// <param name="path">The element, for messages.</param>
    /// <exception cref="DicomException">It is unknown.</exception>
    public static DicomVR Of(EditNode holder, DicomTag tag, DicomElement? element, object? value, string path)
    {
        DicomDictionaryEntry? entry = EntryOf(holder, tag, element);
        if (element is not null && element.VR != DicomVR.UN)
            return entry is null || IsOfKind(entry, element.VR.Kind) ? element.VR : Default(holder, tag, entry);
        if (entry is not null && entry.VR != DicomVR.UN) return Default(holder, tag, entry);
        if (element is not null && (value is byte[] || IsEmpty(value))) return DicomVR.UN;
        throw new DicomException(
            DicomErrorReason.UnknownVR,
            "The value representation of this element is in no dictionary. Name it (-VR, --vr), such as LO; of an existing element, bytes can be set without it.",
            tagPath: path);
    }

    private static DicomDictionaryEntry? EntryOf(EditNode holder, DicomTag tag, DicomElement? element)
    {
        if (element?.Definition is { } known) return known;
        if (DicomDictionary.TryGet(tag, out DicomDictionaryEntry? entry)) return entry;
        return PrivateBlocks.CreatorOf(holder, tag) is { } creator && DicomDictionary.TryGetPrivate(creator, tag, out entry) ? entry : null;
    }

    private static bool IsOfKind(DicomDictionaryEntry entry, DicomVRKind kind)
    {
        foreach (DicomVR vr in entry.VRs)
        {
            if (vr.Kind == kind) return true;
        }

        return entry.VRs.Count == 0;
    }

    /// <summary>"US or SS" depends on the sign of the pixels.</summary>
    private static DicomVR Default(EditNode holder, DicomTag tag, DicomDictionaryEntry entry) =>
        entry.VR == DicomVR.US && entry.VRs.Count > 1 && entry.VRs[1] == DicomVR.SS && holder.Dataset?.HasSignedPixels == true && !DicomDictionary.IsTableData(tag)
            ? DicomVR.SS
            : entry.VR;

    private static bool IsEmpty(object? value) => value is null or "" or Array { Length: 0 };
}
