using System;
using System.Buffers.Binary;

namespace PSDicom.Codecs.Jpeg2000.Headers;

/// <summary>Reads big-endian numbers from a marker segment or box, never beyond its end.</summary>
internal ref struct SegmentReader(ReadOnlySpan<byte> bytes, long offset, string name)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private readonly long _offset = offset;
    private readonly string _name = name;
    private int _position;

    /// <summary>Bytes that are left.</summary>
    public readonly int Remaining => _bytes.Length - _position;

    /// <summary>The position in the frame.</summary>
    public readonly long Offset => _offset + _position;

    public byte ReadByte() => Take(1)[0];

    public int ReadUInt16() => BinaryPrimitives.ReadUInt16BigEndian(Take(2));

    public uint ReadUInt32() => BinaryPrimitives.ReadUInt32BigEndian(Take(4));

    /// <summary>Reads a component index: one byte, or two with more than 256 components.</summary>
    public int ReadComponentIndex(int components) => components < 257 ? ReadByte() : ReadUInt16();

    public ReadOnlySpan<byte> Take(int count)
    {
        if (count > Remaining) throw CodestreamError.Jpeg2000($"{_name} ends too early.", Offset);
        ReadOnlySpan<byte> taken = _bytes.Slice(_position, count);
        _position += count;
        return taken;
    }
}
