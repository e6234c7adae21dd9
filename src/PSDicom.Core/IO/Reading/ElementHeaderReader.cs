using System;
using PSDicom.IO.Sources;

namespace PSDicom.IO.Reading;

/// <summary>
/// Reads element headers as they are, not as declared: an element may be implicit among explicit ones or the reverse, or have a value
/// representation that does not exist. The bytes that follow decide between possible readings; if they are equally likely, the declared one is
/// used.
/// </summary>
internal readonly struct ElementHeaderReader(ByteWindow window)
{
    private readonly HeaderEvidence _evidence = new(window);

    /// <summary>Reads the header at the position.</summary>
    /// <param name="position">The start of the header.</param>
    /// <param name="limit">The known end of the data set.</param>
    /// <param name="encoding">The declared or detected encoding of the data set.</param>
    /// <param name="header">The header.</param>
    /// <returns>False if too few bytes for a header are left.</returns>
    public bool TryRead(long position, long limit, DicomEncoding encoding, out ElementHeader header) =>
        TryRead(window.Get(position, ElementHeader.MaxSize), position, limit, encoding, out header);

    /// <summary>Reads the header from bytes that were already read.</summary>
    /// <inheritdoc cref="TryRead(long, long, DicomEncoding, out ElementHeader)"/>
    public bool TryRead(ReadOnlySpan<byte> bytes, long position, long limit, DicomEncoding encoding, out ElementHeader header)
    {
        header = default;
        if (bytes.Length < 8) return false;
        DicomTag tag = encoding.ReadTag(bytes);
        DicomVR? vr = DicomVR.Find(bytes[4], bytes[5]);

        // Delimiters and items have no value representation.
        if (tag.Group == StructureTags.Group || !encoding.IsExplicit && vr is null)
        {
            header = new ElementHeader(tag, null, 8, encoding.ReadUInt32(bytes.Slice(4)));
            return true;
        }

        if (!encoding.IsExplicit) header = ReadImplicit(bytes, position, limit, encoding, vr!);
        else if (vr is null) header = ReadWithoutVR(bytes, position, limit, encoding);
        else if (!vr.HasLongLength) header = new ElementHeader(tag, vr, 8, encoding.ReadUInt16(bytes.Slice(6)));
        else return TryReadLong(bytes, position, limit, encoding, vr, out header);
        return true;
    }

    /// <summary>Reads a header of an implicit data set whose length could be the two letters of a value representation.</summary>
    private ElementHeader ReadImplicit(ReadOnlySpan<byte> bytes, long position, long limit, DicomEncoding encoding, DicomVR vr)
    {
        DicomTag tag = encoding.ReadTag(bytes);
        var asDeclared = new ElementHeader(tag, null, 8, encoding.ReadUInt32(bytes.Slice(4)));
        ElementHeader asExplicit = vr.HasLongLength && bytes.Length == 12
            ? new ElementHeader(tag, vr, 12, encoding.ReadUInt32(bytes.Slice(8)), HeaderForm.OtherEncoding)
            : new ElementHeader(tag, vr, 8, encoding.ReadUInt16(bytes.Slice(6)), HeaderForm.OtherEncoding);

        // One element may be explicit, or all that follow. Less evidence than a header with its value does not override the declaration.
        int declared = CountInEither(asDeclared, position, limit, encoding);
        return Math.Max(declared, 1) < CountInEither(asExplicit, position, limit, encoding) ? asExplicit : asDeclared;
    }

    /// <summary>Reads a header of an explicit data set whose value representation has a length of 32 bits.</summary>
    private bool TryReadLong(ReadOnlySpan<byte> bytes, long position, long limit, DicomEncoding encoding, DicomVR vr, out ElementHeader header)
    {
        // Some writers give every value representation a 16-bit length.
        DicomTag tag = encoding.ReadTag(bytes);
        var shortHeader = new ElementHeader(tag, vr, 8, encoding.ReadUInt16(bytes.Slice(6)), HeaderForm.ShortLength);
        if (bytes.Length < 12)
        {
            header = shortHeader;
            return bytes.Length - 8 == shortHeader.Length;
        }

        header = new ElementHeader(tag, vr, 12, encoding.ReadUInt32(bytes.Slice(8)));
        bool couldBeShort = (bytes[6] | bytes[7]) != 0 || position + header.Size > limit || IsHeader(position + 8, encoding, tag);
        if (!couldBeShort) return true;
        int most = Math.Max(HeaderEvidence.Enough - 1, _evidence.CountAfter(header, position, limit, encoding));
        if (_evidence.CountAfter(shortHeader, position, limit, encoding) > most) header = shortHeader;
        return true;
    }

    /// <summary>Reads a header of an explicit data set whose two letters are not a value representation of the standard.</summary>
    private ElementHeader ReadWithoutVR(ReadOnlySpan<byte> bytes, long position, long limit, DicomEncoding encoding)
    {
        // Future value representations will have a 32-bit length (PS3.5 section 6.2.2 note);
        // writers of "??" or misspelled ones mostly use a 16-bit length.
        DicomTag tag = encoding.ReadTag(bytes);
        var implicitHeader = new ElementHeader(tag, null, 8, encoding.ReadUInt32(bytes.Slice(4)), HeaderForm.OtherEncoding);
        var shortHeader = new ElementHeader(tag, null, 8, encoding.ReadUInt16(bytes.Slice(6)), HeaderForm.UnknownVR);
        ElementHeader longHeader = bytes.Length < 12
            ? shortHeader
            : new ElementHeader(tag, null, 12, encoding.ReadUInt32(bytes.Slice(8)), HeaderForm.UnknownVR);
        bool looksExplicit = IsPrintable(bytes[4]) && IsPrintable(bytes[5]);
        bool hasReserved = (bytes[6] | bytes[7]) == 0;

        ElementHeader first = !looksExplicit ? implicitHeader : hasReserved ? longHeader : shortHeader;
        ElementHeader second = !looksExplicit ? shortHeader : hasReserved ? shortHeader : longHeader;
        ElementHeader third = looksExplicit ? implicitHeader : longHeader;
        ElementHeader best = first;
        int most = CountInEither(first, position, limit, encoding);
        foreach (ElementHeader other in (ReadOnlySpan<ElementHeader>)[second, third])
        {
            int points = CountInEither(other, position, limit, encoding);
            if (points <= most) continue;
            best = other;
            most = points;
        }

        return best;
    }

    /// <summary>The evidence for a header, whether the elements that follow are explicit or implicit.</summary>
    private int CountInEither(ElementHeader header, long position, long limit, DicomEncoding encoding) => Math.Max(
        _evidence.CountAfter(header, position, limit, encoding),
        _evidence.CountAfter(header, position, limit, new DicomEncoding(!encoding.IsExplicit, encoding.IsBigEndian)));

    /// <summary>Whether the next header or a delimiter could begin at the position of this one's length.</summary>
    private bool IsHeader(long position, DicomEncoding encoding, DicomTag after)
    {
        ReadOnlySpan<byte> bytes = window.Get(position, 6);
        if (bytes.Length < 6) return false;
        DicomTag next = encoding.ReadTag(bytes);
        return HeaderEvidence.IsDelimiter(next) || next > after && next.Element != 0 && DicomVR.Find(bytes[4], bytes[5]) is not null && HeaderEvidence.IsPossible(next);
    }

    private static bool IsPrintable(byte value) => value is > (byte)' ' and < 0x7F;
}
