using System;
using PSDicom.IO.Sources;

namespace PSDicom.IO.Reading;

/// <summary>
/// Reads element headers as they are rather than as the transfer syntax says: an element may be implicit among explicit
/// ones and the reverse, or name a value representation that does not exist. What the bytes leave open is settled by
/// what follows; where the same speaks for two readings, the declared one counts.
/// </summary>
internal readonly struct ElementHeaderReader(ByteWindow window)
{
    private readonly HeaderEvidence _evidence = new(window);

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

        // Delimiters and items have a length only.
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

    /// <summary>Reads a header of an implicit data set whose length reads as the two letters of a value representation.</summary>
    private ElementHeader ReadImplicit(ReadOnlySpan<byte> bytes, long position, long limit, DicomEncoding encoding, DicomVR vr)
    {
        DicomTag tag = encoding.ReadTag(bytes);
        var asDeclared = new ElementHeader(tag, null, 8, encoding.ReadUInt32(bytes.Slice(4)));
        ElementHeader asExplicit = vr.HasLongLength && bytes.Length == 12
            ? new ElementHeader(tag, vr, 12, encoding.ReadUInt32(bytes.Slice(8)), HeaderForm.OtherEncoding)
            : new ElementHeader(tag, vr, 8, encoding.ReadUInt16(bytes.Slice(6)), HeaderForm.OtherEncoding);

        // One element may be explicit, or all from here on. Less than a header with its value is no reason to leave what is declared.
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

    /// <summary>Reads a header of an explicit data set whose two letters are no value representation of the standard.</summary>
    private ElementHeader ReadWithoutVR(ReadOnlySpan<byte> bytes, long position, long limit, DicomEncoding encoding)
    {
        // Values of a representation still to come have a long length, as the standard promises (PS3.5 section 6.2.2 note);
        // writers that put "??" or misspell one mostly give it a short one.
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

    /// <summary>How much speaks for a header if what follows may have value representations or not.</summary>
    private int CountInEither(ElementHeader header, long position, long limit, DicomEncoding encoding) => Math.Max(
        _evidence.CountAfter(header, position, limit, encoding),
        _evidence.CountAfter(header, position, limit, new DicomEncoding(!encoding.IsExplicit, encoding.IsBigEndian)));

    /// <summary>Whether the next header, or a delimiter, could begin at the position, where the length of this one should be.</summary>
    private bool IsHeader(long position, DicomEncoding encoding, DicomTag after)
    {
        ReadOnlySpan<byte> bytes = window.Get(position, 6);
        if (bytes.Length < 6) return false;
        DicomTag next = encoding.ReadTag(bytes);
        return HeaderEvidence.IsDelimiter(next) || next > after && next.Element != 0 && DicomVR.Find(bytes[4], bytes[5]) is not null && HeaderEvidence.IsPossible(next);
    }

    private static bool IsPrintable(byte value) => value is > (byte)' ' and < 0x7F;
}
