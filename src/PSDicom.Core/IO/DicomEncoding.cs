using System;
using System.Buffers.Binary;

namespace PSDicom.IO;

/// <summary>How data elements are written: with or without their value representation, low or high byte first (PS3.5 section 7.1).</summary>
internal readonly record struct DicomEncoding(bool IsExplicit, bool IsBigEndian)
{
    public static readonly DicomEncoding ImplicitLittleEndian = new(false, false);
    public static readonly DicomEncoding ExplicitLittleEndian = new(true, false);

    public DicomTag ReadTag(ReadOnlySpan<byte> bytes)
    {
        // One read, as every element begins with one: low byte first, group and element come out in each other's place.
        uint both = ReadUInt32(bytes);
        return new DicomTag(IsBigEndian ? both : (both << 16) | (both >> 16));
    }

    public ushort ReadUInt16(ReadOnlySpan<byte> bytes) =>
        IsBigEndian ? BinaryPrimitives.ReadUInt16BigEndian(bytes) : BinaryPrimitives.ReadUInt16LittleEndian(bytes);

    public uint ReadUInt32(ReadOnlySpan<byte> bytes) =>
        IsBigEndian ? BinaryPrimitives.ReadUInt32BigEndian(bytes) : BinaryPrimitives.ReadUInt32LittleEndian(bytes);

    /// <summary>As the standard calls it.</summary>
    public override string ToString() => $"{(IsExplicit ? "explicit" : "implicit")} {(IsBigEndian ? "big" : "little")} endian";
}
