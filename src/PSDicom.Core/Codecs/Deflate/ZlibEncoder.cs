using System;
using System.Buffers.Binary;
using System.Collections.Concurrent;

namespace PSDicom.Codecs.Deflate;

/// <summary>Compresses pixels into zlib streams (RFC 1950), with the same bytes on every framework.</summary>
internal sealed class ZlibEncoder
{
    /// <summary>The maximum number of bytes of a block: the limit of stored blocks, which hold incompressible bytes.</summary>
    public const int MaxBlock = 65535;

    // Deflate with a 32 KB window; the level is informative only.
    private const ushort Header = 0x7801;

    // Encoders are reused: allocating one takes longer than compressing a small picture.
    private static readonly ConcurrentBag<ZlibEncoder> Idle = [];

    private readonly DeflateEncoder _blocks = new(MaxBlock);
    private readonly byte[] _block = new byte[MaxBlock];

    // A block is at most as long as a stored one. Header, checksum and padding are beside it.
    private readonly byte[] _compressed = new byte[MaxBlock + 64];
    private Action<ArraySegment<byte>>? _output;
    private int _length;
    private uint _adler;
    private (uint Bits, int Count) _rest;

    private ZlibEncoder()
    {
    }

    /// <summary>Starts a stream.</summary>
    /// <param name="output">Receives the compressed bytes, for about 64 KB of pixels at a time. They are valid until it returns.</param>
    public static ZlibEncoder Start(Action<ArraySegment<byte>> output)
    {
        if (!Idle.TryTake(out ZlibEncoder? encoder)) encoder = new ZlibEncoder();
        encoder._output = output;
        encoder._length = 0;
        encoder._adler = Adler32.Initial;
        encoder._rest = (BinaryPrimitives.ReverseEndianness(Header), sizeof(ushort) * 8);
        encoder._blocks.Start();
        return encoder;
    }

    /// <summary>Adds bytes, and compresses full blocks.</summary>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            if (_length == MaxBlock) WriteBlock(isLast: false);
            int count = Math.Min(bytes.Length, MaxBlock - _length);
            bytes.Slice(0, count).CopyTo(_block.AsSpan(_length));
            _length += count;
            bytes = bytes.Slice(count);
        }
    }

    /// <summary>Ends the stream. The encoder must not be used any more.</summary>
    public void Complete()
    {
        WriteBlock(isLast: true);
        _output = null;
        Idle.Add(this);
    }

    private void WriteBlock(bool isLast)
    {
        ReadOnlySpan<byte> block = _block.AsSpan(0, _length);
        _adler = Adler32.Add(_adler, block);
        var writer = new DeflateBitWriter(_compressed);
        writer.Append(_rest.Bits, _rest.Count);
        _blocks.Write(ref writer, block, isLast);
        if (isLast)
        {
            writer.Align();
            writer.Write(BinaryPrimitives.ReverseEndianness(_adler), 32);
        }

        _rest = writer.Rest;
        _length = 0;
        _output!(new ArraySegment<byte>(_compressed, 0, writer.Length));
    }
}
