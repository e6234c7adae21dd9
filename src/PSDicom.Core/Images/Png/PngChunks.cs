using System;
using System.Buffers.Binary;
using System.IO;

namespace PSDicom.Images.Png;

/// <summary>Writes the parts of a PNG file (PNG, third edition, section 5.3): length, type, data and checksum.</summary>
internal sealed class PngChunks(Stream stream)
{
    private const int TypeLength = 4;

    private byte[] _chunk = [];

    public void WriteSignature() => stream.Write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], 0, 8);

    /// <summary>Writes a chunk.</summary>
    /// <param name="type">The four letters of its type.</param>
    /// <param name="data">Its data.</param>
    public void Write(ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        // As one piece: a stream on a share may send each on its own.
        int length = sizeof(uint) + TypeLength + data.Length + sizeof(uint);
        if (_chunk.Length < length) _chunk = new byte[length];
        Span<byte> chunk = _chunk.AsSpan(0, length);
        BinaryPrimitives.WriteInt32BigEndian(chunk, data.Length);
        Span<byte> counted = chunk.Slice(sizeof(uint), TypeLength + data.Length);
        type.CopyTo(counted);
        data.CopyTo(counted.Slice(TypeLength));
        BinaryPrimitives.WriteUInt32BigEndian(chunk.Slice(length - sizeof(uint)), Crc32.Of(counted));
        stream.Write(_chunk, 0, length);
    }
}
