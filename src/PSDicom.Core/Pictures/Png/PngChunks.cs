using System;
using System.Buffers.Binary;
using System.IO;

namespace PSDicom.Pictures.Png;

/// <summary>Writes the chunks of a PNG file (PNG, third edition, section 5.3): length, type, data and CRC.</summary>
internal sealed class PngChunks(Stream stream)
{
    private readonly byte[] _head = new byte[8], _checksum = new byte[4];

    public void WriteSignature() => stream.Write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], 0, 8);

    /// <summary>Writes a chunk.</summary>
    /// <param name="type">The four letters of its type.</param>
    /// <param name="data">Its data.</param>
    public void Write(ReadOnlySpan<byte> type, ArraySegment<byte> data)
    {
        BinaryPrimitives.WriteInt32BigEndian(_head, data.Count);
        type.CopyTo(_head.AsSpan(4));
        BinaryPrimitives.WriteUInt32BigEndian(_checksum, ~Crc32.Add(Crc32.Add(Crc32.Initial, type), data));
        stream.Write(_head, 0, _head.Length);
        stream.Write(data.Array!, data.Offset, data.Count);
        stream.Write(_checksum, 0, _checksum.Length);
    }
}
