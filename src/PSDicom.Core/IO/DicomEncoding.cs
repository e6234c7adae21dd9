using System;
using System.Buffers.Binary;

namespace PSDicom.IO;

/// <summary>The encoding of data elements: explicit or implicit value representation, byte order (PS3.5 section 7.1).</summary>
internal readonly record struct DicomEncoding(bool IsExplicit, bool IsBigEndian)
{
    public static readonly DicomEncoding ImplicitLittleEndian = new(false, false);
    public static readonly DicomEncoding ExplicitLittleEndian = new(true, false);

    public DicomTag ReadTag(ReadOnlySpan<byte> bytes)
    {
        // A single read, as it is done for every element: in little endian, group and element are then swapped.
        uint both = ReadUInt32(bytes);
        return new DicomTag(IsBigEndian ? both : (both << 16) | (both >> 16));
    }

    public ushort ReadUInt16(ReadOnlySpan<byte> bytes) =>
        IsBigEndian ? BinaryPrimitives.ReadUInt16BigEndian(bytes) : BinaryPrimitives.ReadUInt16LittleEndian(bytes);

    public uint ReadUInt32(ReadOnlySpan<byte> bytes) =>
        IsBigEndian ? BinaryPrimitives.ReadUInt32BigEndian(bytes) : BinaryPrimitives.ReadUInt32LittleEndian(bytes);

    /// <summary>The name in the standard, in lower case.</summary>
    public override string ToString() => $"{(IsExplicit ? "explicit" : "implicit")} {(IsBigEndian ? "big" : "little")} endian";
}
