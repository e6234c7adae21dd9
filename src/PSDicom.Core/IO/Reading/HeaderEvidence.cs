using System;
using PSDicom.IO.Sources;

namespace PSDicom.IO.Reading;

/// <summary>
/// Judges a reading of bytes by what it leads to: data elements whose tags ascend and are possible, whose value representation
/// exists and whose values are within the file. One header alone can be chance; three are not.
/// </summary>
internal readonly struct HeaderEvidence(ByteWindow window)
{
    /// <summary>All that is asked for: three headers with their values, or the end of the data set.</summary>
    public const int Most = 6;

    /// <summary>What is no chance: a header, its value within the file, and the next tag.</summary>
    public const int Enough = 3;

    /// <summary>The value of a header does not fit into what there is.</summary>
    public const int None = -1;

    private const int GroupLengthSize = 4;

    /// <summary>How much speaks for elements of the encoding from the position on.</summary>
    /// <param name="position">Where an element, a delimiter, an item or the end should be.</param>
    /// <param name="limit">Where the data set ends, as far as is known.</param>
    /// <param name="encoding">How the elements would be written.</param>
    /// <param name="after">The tag of the element before.</param>
    public int Count(long position, long limit, DicomEncoding encoding, DicomTag after)
    {
        int points = 0;
        while (points < Most)
        {
            if (position >= limit) return position == limit ? Most : points;
            ReadOnlySpan<byte> bytes = window.Get(position, ElementHeader.LargestSize);

            // A file may be cut off within a header.
            if (bytes.Length < 8) return bytes.IsEmpty ? Most : points + 1;
            DicomTag tag = encoding.ReadTag(bytes);
            if (IsDelimiter(tag)) return Most;
            if (tag <= after || !TryRead(bytes, tag, encoding, out ElementHeader header)) return points;
            points++;
            position += header.Size;
            if (header.IsUndefinedLength) return StartsWithItem(position, encoding) ? Most : points;
            if (header.VR is null && encoding.IsExplicit || window.CountAvailable(position, header.Length) < header.Length) return points;
            points++;
            position += header.Length;
            after = tag;
        }

        return points;
    }

    /// <summary>How much speaks for a header by what follows its value; <see cref="None"/> if the value does not fit.</summary>
    public int CountAfter(ElementHeader header, long position, long limit, DicomEncoding encoding)
    {
        long start = position + header.Size;
        if (header.IsUndefinedLength) return StartsWithItem(start, encoding) ? Most : None;
        long next = start + header.Length;
        return next > limit || window.CountAvailable(start, header.Length) < header.Length ? None : Count(next, limit, encoding, header.Tag);
    }

    /// <summary>The encoding for which most speaks; the declared one unless more speaks for another.</summary>
    /// <param name="position">Where the first element begins.</param>
    /// <param name="limit">Where the data set ends, as far as is known.</param>
    /// <param name="declared">The encoding that is declared.</param>
    /// <param name="others">The encodings to compare it with.</param>
    /// <param name="points">What speaks for the encoding that is returned.</param>
    public DicomEncoding Choose(long position, long limit, DicomEncoding declared, ReadOnlySpan<DicomEncoding> others, out int points)
    {
        DicomEncoding best = declared;
        points = Count(position, limit, declared, default);
        foreach (DicomEncoding other in others)
        {
            if (points == Most) break;
            int more = Count(position, limit, other, default);
            if (more <= points) continue;
            best = other;
            points = more;
        }

        return best;
    }

    /// <summary>Whether an element of the tag can be in a data set: of the standard, or in a private block (PS3.5 sections 7.1 and 7.8.1).</summary>
    public static bool IsPossible(DicomTag tag) => tag.IsPrivate
        ? tag.Group > 7 && tag.Group != 0xFFFF && tag.Element is 0 or >= 0x10 and <= 0xFF or >= 0x1000
        : DicomDictionary.FindVR(tag) is not null;

    /// <summary>Whether it is the tag of an item or of a delimiter (PS3.5 section 7.5).</summary>
    public static bool IsDelimiter(DicomTag tag) => tag.Value is StructureTags.Item or StructureTags.ItemDelimiter or StructureTags.SequenceDelimiter;

    /// <summary>Whether an item begins at the position, or what has none ends.</summary>
    public bool StartsWithItem(long position, DicomEncoding encoding)
    {
        ReadOnlySpan<byte> bytes = window.Get(position, 8);
        return bytes.Length == 8 && encoding.ReadTag(bytes).Value is StructureTags.Item or StructureTags.SequenceDelimiter;
    }

    /// <summary>Reads a header strictly as the encoding says.</summary>
    private static bool TryRead(ReadOnlySpan<byte> bytes, DicomTag tag, DicomEncoding encoding, out ElementHeader header)
    {
        header = default;
        if (!IsPossible(tag)) return false;
        if (!encoding.IsExplicit)
        {
            header = new ElementHeader(tag, null, 8, encoding.ReadUInt32(bytes.Slice(4)));
            return tag.Element != 0 || header.Length == GroupLengthSize;
        }

        DicomVR? vr = DicomVR.Find(bytes[4], bytes[5]);
        if (vr is { HasLongLength: true })
        {
            if (bytes.Length < 12) return false;
            header = new ElementHeader(tag, vr, 12, encoding.ReadUInt32(bytes.Slice(8)));
            return true;
        }

        header = new ElementHeader(tag, vr, 8, encoding.ReadUInt16(bytes.Slice(6)));
        if (tag.Element == 0) return vr == DicomVR.UL && header.Length == GroupLengthSize;

        // What has no value representation is a hint only where the tag is the standard's.
        return vr is not null || !tag.IsPrivate;
    }
}
