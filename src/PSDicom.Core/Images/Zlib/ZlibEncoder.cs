using System;
using System.Buffers.Binary;

namespace PSDicom.Images.Zlib;

/// <summary>Compresses pixels into the format of zlib (RFC 1950), block by block: the same bytes on every framework.</summary>
internal sealed class ZlibEncoder
{
    /// <summary>The most bytes that a block takes; one that cannot be compressed is stored, which is limited to so many.</summary>
    public const int LongestBlock = 65535;

    // Deflate with its whole window; made with little effort, which no reader minds.
    private const int Header = 0x7801;

    private readonly DeflateEncoder _blocks = new(LongestBlock);

    // A block that would take more than stored is stored. Around it are the header, the checksum and bits that fill up bytes.
    private readonly byte[] _output = new byte[LongestBlock + 64];
    private (byte Bits, int Count) _rest;
    private uint _adler;
    private bool _isStarted;

    /// <summary>Compresses a block.</summary>
    /// <param name="block">At most <see cref="LongestBlock"/> bytes.</param>
    /// <param name="isLast">Whether it ends the stream; another one begins with the next call.</param>
    /// <returns>What is to be written; it is valid until the next call.</returns>
    public ArraySegment<byte> Encode(ReadOnlySpan<byte> block, bool isLast)
    {
        var writer = new BitWriter(_output);
        if (_isStarted)
        {
            writer.Append(_rest.Bits, _rest.Count);
        }
        else
        {
            writer.Write(BinaryPrimitives.ReverseEndianness((ushort)Header), 16);
            _adler = Adler32.Initial;
            _blocks.Start();
        }

        _adler = Adler32.Add(_adler, block);
        _blocks.Write(ref writer, block, isLast);
        _isStarted = !isLast;
        _rest = writer.Rest;
        if (isLast)
        {
            writer.Align();
            writer.Write(BinaryPrimitives.ReverseEndianness(_adler), 32);
        }

        return new ArraySegment<byte>(_output, 0, writer.Length);
    }
}
