using System;
using System.Buffers.Binary;
using System.Collections.Concurrent;

namespace PSDicom.Codecs.Deflate;

/// <summary>Compresses pixels into streams in the format of zlib (RFC 1950): the same bytes on every framework.</summary>
internal sealed class ZlibEncoder
{
    /// <summary>The most bytes that a block has; one that cannot be compressed is stored, which is limited to so many.</summary>
    public const int MaxBlock = 65535;

    // Deflate with its whole window; made with little effort, which no reader minds.
    private const ushort Header = 0x7801;

    // What an encoder holds takes longer to allocate than a small picture to compress.
    private static readonly ConcurrentBag<ZlibEncoder> Idle = [];

    private readonly DeflateEncoder _blocks = new(MaxBlock);
    private readonly byte[] _block = new byte[MaxBlock];

    // A block that would take more than stored is stored. Around it are the header, the checksum and bits that fill up bytes.
    private readonly byte[] _compressed = new byte[MaxBlock + 64];
    private Action<ArraySegment<byte>>? _output;
    private int _length;
    private uint _adler;
    private (uint Bits, int Count) _rest;

    private ZlibEncoder()
    {
    }

    /// <summary>Begins a stream.</summary>
    /// <param name="output">Takes what is compressed, some 64 KB of pixels at a time; the bytes are valid until it returns.</param>
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

    /// <summary>Compresses bytes, once there are enough of them.</summary>
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

    /// <summary>Ends the stream. The encoder then belongs to another one.</summary>
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
        var writer = new BitWriter(_compressed);
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
