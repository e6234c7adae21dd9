using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.Linq;

namespace PSDicom.Codecs.Jpeg2000.Headers;

/// <summary>The packet headers in the main header (PPM, T.800 A.7.4), grouped by tile-part, in the order of tile-parts.</summary>
internal sealed class PackedHeaders
{
    private readonly List<(int Index, byte[] Bytes)> _segments = [];
    private byte[]? _bytes;
    private int _position;

    public bool IsEmpty => _segments.Count == 0;

    public void Add(ref SegmentReader segment)
    {
        int index = segment.ReadByte();
        _segments.Add((index, segment.Take(segment.Remaining).ToArray()));
    }

    /// <summary>The packet headers of the next tile-part, which can continue in the next segment.</summary>
    public byte[] Next()
    {
        _bytes ??= [.. _segments.OrderBy(segment => segment.Index).SelectMany(segment => segment.Bytes)];
        if (_bytes.Length - _position < 4) return [];
        uint declared = BinaryPrimitives.ReadUInt32BigEndian(_bytes.AsSpan(_position));
        int length = (int)Math.Min(declared, (uint)(_bytes.Length - _position - 4));
        byte[] run = _bytes.AsSpan(_position + 4, length).ToArray();
        _position += 4 + length;
        return run;
    }
}
