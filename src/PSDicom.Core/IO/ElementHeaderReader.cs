using System;

namespace PSDicom.IO;

/// <summary>
/// Reads element headers as they are rather than as the transfer syntax says: an element may be implicit among explicit
/// ones and the reverse, or name a value representation that does not exist. What the bytes leave open is settled by
/// what follows: of two readings, the one after which another element, or the end, comes.
/// </summary>
internal readonly struct ElementHeaderReader(ByteWindow window)
{
    /// <summary>Reads the header at the position.</summary>
    /// <param name="position">Where it begins.</param>
    /// <param name="limit">Where the data set, as far as is known, ends.</param>
    /// <param name="encoding">How the data set is declared or found to be encoded.</param>
    /// <param name="header">The header.</param>
    /// <returns>False if fewer bytes are left than a header has.</returns>
    public bool TryRead(long position, long limit, DicomEncoding encoding, out ElementHeader header) =>
        TryRead(window.Get(position, ElementHeader.LargestSize), position, limit, encoding, out header);

    /// <summary>Reads the header whose bytes are already at hand.</summary>
    /// <inheritdoc cref="TryRead(long, long, DicomEncoding, out ElementHeader)"/>
    public bool TryRead(ReadOnlySpan<byte> bytes, long position, long limit, DicomEncoding encoding, out ElementHeader header)
    {
        header = default;
        if (bytes.Length < 8) return false;
        DicomTag tag = encoding.ReadTag(bytes);
        DicomVR? vr = DicomVR.Find(bytes[4], bytes[5]);
        var implicitHeader = new ElementHeader(tag, null, 8, encoding.ReadUInt32(bytes.Slice(4)));

        // Delimiters and items have a length only.
        if (tag.Group == 0xFFFE)
        {
            header = implicitHeader;
            return true;
        }

        if (encoding.IsExplicit)
        {
            if (vr is null) return TryReadWithoutVR(position, limit, encoding, bytes, implicitHeader, out header);
            if (!vr.HasLongLength)
            {
                header = new ElementHeader(tag, vr, 8, encoding.ReadUInt16(bytes.Slice(6)));
                return true;
            }

            if (bytes.Length < 12) return false;
            header = new ElementHeader(tag, vr, 12, encoding.ReadUInt32(bytes.Slice(8)));
            if ((bytes[6] | bytes[7]) == 0) return true;

            // Some writers give every value representation a 16-bit length.
            var shortHeader = new ElementHeader(tag, vr, 8, encoding.ReadUInt16(bytes.Slice(6)));
            if (!IsFollowedWell(position, limit, encoding, header) && IsFollowedWell(position, limit, encoding, shortHeader)) header = shortHeader;
            return true;
        }

        header = implicitHeader;
        if (vr is null) return true;

        // The length reads as two letters that are a value representation.
        ElementHeader explicitHeader = vr.HasLongLength && bytes.Length == 12
            ? new ElementHeader(tag, vr, 12, encoding.ReadUInt32(bytes.Slice(8)))
            : new ElementHeader(tag, vr, 8, encoding.ReadUInt16(bytes.Slice(6)));
        if (DicomDictionary.FindVR(tag) != vr && IsFollowedWell(position, limit, encoding, implicitHeader)) return true;
        if (IsFollowedWell(position, limit, new DicomEncoding(true, encoding.IsBigEndian), explicitHeader)) header = explicitHeader;
        return true;
    }

    /// <summary>Reads a header of an explicit data set whose two letters are no value representation of the standard.</summary>
    private bool TryReadWithoutVR(
        long position, long limit, DicomEncoding encoding, ReadOnlySpan<byte> bytes, ElementHeader implicitHeader, out ElementHeader header)
    {
        // Values of a representation still to come have a long length, as the standard promises (PS3.5 section 6.2.2 note);
        // writers that put "??" or misspell one mostly give it a short one.
        var shortHeader = new ElementHeader(implicitHeader.Tag, null, 8, encoding.ReadUInt16(bytes.Slice(6)));
        ElementHeader longHeader = bytes.Length < 12
            ? shortHeader
            : new ElementHeader(implicitHeader.Tag, null, 12, encoding.ReadUInt32(bytes.Slice(8)));
        bool looksExplicit = IsPrintable(bytes[4]) && IsPrintable(bytes[5]);
        bool hasReserved = (bytes[6] | bytes[7]) == 0;

        ElementHeader first = !looksExplicit ? implicitHeader : hasReserved ? longHeader : shortHeader;
        ElementHeader second = !looksExplicit ? shortHeader : hasReserved ? shortHeader : longHeader;
        ElementHeader third = looksExplicit ? implicitHeader : longHeader;
        header = IsFollowedWell(position, limit, encoding, first) ? first
            : IsFollowedWell(position, limit, encoding, second) ? second
            : IsFollowedWell(position, limit, encoding, third) ? third
            : first;
        return true;
    }

    /// <summary>Whether, with this header, the value ends where the data set does or where another element could begin.</summary>
    private bool IsFollowedWell(long position, long limit, DicomEncoding encoding, ElementHeader header)
    {
        long start = position + header.Size;
        if (header.IsUndefinedLength)
        {
            ReadOnlySpan<byte> item = window.Get(start, 4);
            return item.Length == 4 && encoding.ReadTag(item).Group == 0xFFFE;
        }

        if (window.CountAvailable(start, header.Length) < header.Length) return false;
        long next = start + header.Length;
        if (next >= limit) return next == limit;
        ReadOnlySpan<byte> bytes = window.Get(next, 8);

        // The file may be cut off within the next header.
        if (bytes.Length < 4) return true;
        DicomTag tag = encoding.ReadTag(bytes);
        if (tag.Group == 0xFFFE) return true;
        if (tag <= header.Tag) return false;
        return bytes.Length < 6 || !encoding.IsExplicit || DicomVR.Find(bytes[4], bytes[5]) is not null || IsKnown(tag);
    }

    private static bool IsKnown(DicomTag tag) => tag.IsPrivate || DicomDictionary.FindVR(tag) is not null;

    private static bool IsPrintable(byte value) => value is > (byte)' ' and < 0x7F;
}
