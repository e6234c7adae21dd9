using System;
using PSDicom.IO.Sources;

namespace PSDicom.IO.Reading;

/// <summary>
/// Judges a reading of bytes by the elements that follow: ascending and possible tags, existing value representations and values within the
/// file. One header can be chance; three are not.
/// </summary>
internal readonly struct HeaderEvidence(ByteWindow window)
{
    /// <summary>The maximum: three headers with their values, or the end of the data set.</summary>
    public const int Max = 6;

    /// <summary>More than chance: a header, its value within the file, and the next tag.</summary>
    public const int Enough = 3;

    /// <summary>The value of a header exceeds the limit.</summary>
    public const int None = -1;

    private const int GroupLengthSize = 4;

    /// <summary>The evidence for elements of an encoding from the position.</summary>
    /// <param name="position">The expected position of an element, a delimiter, an item or the end.</param>
    /// <param name="limit">The known end of the data set.</param>
    /// <param name="encoding">The assumed encoding of the elements.</param>
    /// <param name="after">The tag of the preceding element.</param>
    public int Count(long position, long limit, DicomEncoding encoding, DicomTag after)
    {
        int points = 0;
        while (points < Max)
        {
            if (position >= limit) return position == limit ? Max : points;
            ReadOnlySpan<byte> bytes = window.Get(position, ElementHeader.MaxSize);

            // A file may be truncated within a header.
            if (bytes.Length < 8) return bytes.IsEmpty ? Max : points + 1;
            DicomTag tag = encoding.ReadTag(bytes);
            if (IsDelimiter(tag)) return Max;
            if (tag <= after || !TryRead(bytes, tag, encoding, out ElementHeader header)) return points;
            points++;
            position += header.Size;
            if (header.IsUndefinedLength) return StartsWithItem(position, encoding) ? Max : points;
            if (header.VR is null && encoding.IsExplicit || window.CountAvailable(position, header.Length) < header.Length) return points;
            points++;
            position += header.Length;
            after = tag;
        }

        return points;
    }

    /// <summary>The evidence for a header from the bytes after its value; <see cref="None"/> if the value does not fit.</summary>
    public int CountAfter(ElementHeader header, long position, long limit, DicomEncoding encoding)
    {
        long start = position + header.Size;
        if (header.IsUndefinedLength) return StartsWithItem(start, encoding) ? Max : None;
        long next = start + header.Length;
        return next > limit || window.CountAvailable(start, header.Length) < header.Length ? None : Count(next, limit, encoding, header.Tag);
    }

    /// <summary>The encoding with the most evidence; the declared one unless another has more.</summary>
    /// <param name="position">The start of the first element.</param>
    /// <param name="limit">The known end of the data set.</param>
    /// <param name="declared">The declared encoding.</param>
    /// <param name="others">The other possible encodings.</param>
    /// <param name="points">The evidence for the returned encoding.</param>
    public DicomEncoding Choose(long position, long limit, DicomEncoding declared, ReadOnlySpan<DicomEncoding> others, out int points)
    {
        DicomEncoding best = declared;
        points = Count(position, limit, declared, default);
        foreach (DicomEncoding other in others)
        {
            if (points == Max) break;
            int more = Count(position, limit, other, default);
            if (more <= points) continue;
            best = other;
            points = more;
        }

        return best;
    }

    /// <summary>Whether a data set can have the tag: one of the standard, or in a private block (PS3.5 sections 7.1 and 7.8.1).</summary>
    public static bool IsPossible(DicomTag tag) => tag.IsPrivate
        ? tag.Group > 7 && tag.Group != 0xFFFF && tag.Element is 0 or >= 0x10 and <= 0xFF or >= 0x1000
        : DicomDictionary.FindVR(tag) is not null;

    /// <summary>Whether it is the tag of an item or of a delimiter (PS3.5 section 7.5).</summary>
    public static bool IsDelimiter(DicomTag tag) => tag.Value is StructureTags.Item or StructureTags.ItemDelimiter or StructureTags.SequenceDelimiter;

    /// <summary>Whether an item begins at the position, or the delimiter of a sequence without items.</summary>
    public bool StartsWithItem(long position, DicomEncoding encoding)
    {
        ReadOnlySpan<byte> bytes = window.Get(position, 8);
        return bytes.Length == 8 && encoding.ReadTag(bytes).Value is StructureTags.Item or StructureTags.SequenceDelimiter;
    }

    /// <summary>Reads a header strictly according to the encoding.</summary>
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

        // A header without a value representation is evidence only if the tag is in the standard.
        return vr is not null || !tag.IsPrivate;
    }
}
