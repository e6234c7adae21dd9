using System;
using System.Buffers;
using System.Buffers.Binary;

namespace PSDicom.Codecs.Jpeg2000.Encoding;

/// <summary>Writes big-endian numbers and marker segments to memory that grows.</summary>
internal sealed class ByteWriter : IDisposable
{
    private byte[] _bytes;

    public ByteWriter(int capacity = 256) => _bytes = ArrayPool<byte>.Shared.Rent(capacity);

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    public void WriteByte(int value)
    {
        if (Length == _bytes.Length) Reserve(1);
        _bytes[Length++] = (byte)value;
    }

    public void WriteUInt16(int value) => BinaryPrimitives.WriteUInt16BigEndian(Next(2), (ushort)value);

    public void WriteUInt32(long value) => BinaryPrimitives.WriteUInt32BigEndian(Next(4), (uint)value);

    public void Write(ReadOnlySpan<byte> bytes) => bytes.CopyTo(Next(bytes.Length));

    /// <summary>Begins a marker segment: its marker, and room for its length.</summary>
    /// <returns>The position of the length, for <see cref="EndSegment"/>.</returns>
    public int BeginSegment(int marker)
    {
        WriteUInt16(marker);
        WriteUInt16(0);
        return Length - 2;
    }

    public void EndSegment(int start) => BinaryPrimitives.WriteUInt16BigEndian(_bytes.AsSpan(start), (ushort)(Length - start));

    /// <summary>Writes a number over an earlier one.</summary>
    public void ReplaceUInt32(int position, long value) => BinaryPrimitives.WriteUInt32BigEndian(_bytes.AsSpan(position), (uint)value);

    /// <summary>Discards all bytes after a position.</summary>
    public void Truncate(int length) => Length = length;

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = [];
    }

    private Span<byte> Next(int count)
    {
        if (_bytes.Length - Length < count) Reserve(count);
        Length += count;
        return _bytes.AsSpan(Length - count, count);
    }

    private void Reserve(int count)
    {
        long wanted = Math.Max(2L * _bytes.Length, (long)Length + count);
        if (Length + (long)count > DicomLimits.MaxArray) throw new DicomException(DicomErrorReason.ValueTooLarge, "The compressed frame has more bytes than an array can hold.", tagPath: "PixelData");
        byte[] larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(wanted, DicomLimits.MaxArray));
        Written.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = larger;
    }
}
