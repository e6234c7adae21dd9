using System;
using System.Buffers.Binary;
using System.IO;
using System.Runtime.CompilerServices;

namespace PSDicom.Pictures.Gif;

/// <summary>Writes LZW codes, lowest bit first, in data sub-blocks of at most 255 bytes (GIF89a section 15).</summary>
internal sealed class CodeWriter(Stream stream)
{
    private const int BlockLength = 255;
    private const int FullLength = 64 * BlockLength;

    private readonly byte[] _bytes = new byte[FullLength + sizeof(ulong)];
    private int _length;
    private ulong _pending;
    private int _pendingBits;

    /// <summary>Writes a code of at most 12 bits.</summary>
    [MethodImpl(Compiled.AtOnce)]
    public void Write(int code, int bits)
    {
        _pending |= (ulong)code << _pendingBits;
        _pendingBits += bits;
        if (_pendingBits < 32) return;
        BinaryPrimitives.WriteUInt32LittleEndian(_bytes.AsSpan(_length), (uint)_pending);
        _length += 4;
        _pending >>= 32;
        _pendingBits -= 32;
        if (_length < FullLength) return;
        WriteBlocks(FullLength);
        _length -= FullLength;
        Array.Copy(_bytes, FullLength, _bytes, 0, _length);
    }

    /// <summary>Writes the pending bits and the block terminator.</summary>
    public void Finish()
    {
        BinaryPrimitives.WriteUInt32LittleEndian(_bytes.AsSpan(_length), (uint)_pending);
        WriteBlocks(_length + (_pendingBits + 7) / 8);
        stream.WriteByte(0);
        (_length, _pending, _pendingBits) = (0, 0, 0);
    }

    private void WriteBlocks(int length)
    {
        for (int start = 0; start < length; start += BlockLength)
        {
            int count = Math.Min(BlockLength, length - start);
            stream.WriteByte((byte)count);
            stream.Write(_bytes, start, count);
        }
    }
}
