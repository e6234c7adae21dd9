using System;
using System.Buffers.Binary;

namespace PSDicom.Codecs.Jpeg2000.Encoding;

/// <summary>Writes big-endian numbers and marker segments.</summary>
/// <param name="target">Receives the codestream, after what it already has.</param>
internal sealed class CodestreamWriter(EncodedBytes target)
{
    private readonly int _start = target.Length;

    /// <summary>The number of bytes written.</summary>
    public int Length => target.Length - _start;

    /// <summary>The bytes written. Valid until more are.</summary>
    public ReadOnlySpan<byte> Written => target.Memory.Span.Slice(_start);

    public void WriteByte(int value)
    {
        target.Reserve(1)[0] = (byte)value;
        target.Advance(1);
    }

    public void WriteUInt16(int value)
    {
        BinaryPrimitives.WriteUInt16BigEndian(target.Reserve(2), (ushort)value);
        target.Advance(2);
    }

    public void WriteUInt32(long value)
    {
        BinaryPrimitives.WriteUInt32BigEndian(target.Reserve(4), (uint)value);
        target.Advance(4);
    }

    public void Write(ReadOnlySpan<byte> bytes) => target.Write(bytes);

    /// <summary>Writes a marker segment.</summary>
    /// <param name="marker">Its marker.</param>
    /// <param name="parameters">Writes its parameters.</param>
    public void WriteSegment(int marker, Action parameters)
    {
        WriteUInt16(marker);
        int start = target.Length;
        WriteUInt16(0);
        parameters();
        Span<byte> length = stackalloc byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(length, (ushort)(target.Length - start));
        target.Replace(start, length);
    }

    /// <summary>Writes a number over an earlier one.</summary>
    public void ReplaceUInt32(int position, long value)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, (uint)value);
        target.Replace(_start + position, bytes);
    }
}
