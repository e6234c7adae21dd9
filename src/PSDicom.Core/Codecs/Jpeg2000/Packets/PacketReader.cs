using System;
using System.Collections.Generic;
using PSDicom.Codecs.Jpeg2000.Headers;

namespace PSDicom.Codecs.Jpeg2000.Packets;

/// <summary>Reads the packets of a tile, and assigns their bytes to coding passes of code-blocks (T.800 annex B).</summary>
internal ref struct PacketReader
{
    /// <summary>The maximum number of zero bit-planes, above that of any precision.</summary>
    private const int MaxZeroPlanes = 96;

    private const int MaxPasses = 3 * MaxZeroPlanes;

    private readonly ReadOnlySpan<byte> _bytes;
    private readonly ReadOnlySpan<byte> _headers;
    private readonly bool _hasPackedHeaders;
    private readonly ContributionList _contributions;
    private readonly WorkBudget _budget;
    private int _position;
    private int _headerPosition;

    /// <summary>Creates a reader at the first packet.</summary>
    /// <param name="bytes">The bytes of all tile-parts.</param>
    /// <param name="packedHeaders">Separate packet headers; null if they are in the packets.</param>
    /// <param name="contributions">Receives the contributions of the packets.</param>
    /// <param name="budget">Limits the number of code-blocks: one bit can create all those of a precinct.</param>
    public PacketReader(ReadOnlySpan<byte> bytes, byte[]? packedHeaders, ContributionList contributions, WorkBudget budget)
    {
        _budget = budget;
        _bytes = bytes;
        _headers = packedHeaders;
        _hasPackedHeaders = packedHeaders is not null;
        _contributions = contributions;
    }

    /// <summary>Reads all packets, as far as possible.</summary>
    /// <returns>Whether all packets were complete.</returns>
    public bool ReadAll(IEnumerable<PacketPlace> places, TileComponent[] components)
    {
        foreach (PacketPlace place in places)
        {
            TileComponent component = components[place.Component];
            Resolution resolution = component.Resolutions[place.Resolution];
            Precinct precinct = resolution.GetPrecinct(place.Precinct);
            if (place.Layer < precinct.LayersRead) continue;
            if (!ReadPacket(component, resolution, precinct, place)) return false;
            precinct.LayersRead = place.Layer + 1;
        }

        return true;
    }

    private bool ReadPacket(TileComponent component, Resolution resolution, Precinct precinct, PacketPlace place)
    {
        SkipMarker(_bytes, ref _position, Jpeg2000Marker.StartOfPacket, 6);
        ReadOnlySpan<byte> headers = _hasPackedHeaders ? _headers : _bytes;
        int headerPosition = _hasPackedHeaders ? _headerPosition : _position;
        if (headerPosition >= headers.Length) return false;

        int first = _contributions.Count;
        var bits = new PacketBits(headers, headerPosition);
        bool isValid = true;
        if (bits.Read() != 0)
        {
            precinct.Bands ??= resolution.CreateBlocks(place.Precinct, _budget);
            foreach (PrecinctBand band in precinct.Bands)
            {
                for (int i = 0; i < band.Blocks.Length && isValid; i++) isValid = ReadBlock(ref bits, component.Coding.Style, band, i, place.Layer);
            }
        }

        headerPosition = bits.Finish();
        isValid &= !bits.IsExhausted;
        SkipMarker(headers, ref headerPosition, Jpeg2000Marker.EndOfPacketHeader, 2);
        if (_hasPackedHeaders) _headerPosition = headerPosition;
        else _position = headerPosition;
        if (isValid) return TakeBodies(first);
        _contributions.MarkLost(first);
        return false;
    }

    /// <summary>Skips an optional marker, whether or not COD declares it. A packet cannot begin with the same bytes.</summary>
    private static void SkipMarker(ReadOnlySpan<byte> bytes, ref int position, int marker, int length)
    {
        if (bytes.Length - position >= length && bytes[position] == marker >> 8 && bytes[position + 1] == (marker & 0xFF)) position += length;
    }

    /// <summary>Assigns bytes to each new contribution.</summary>
    private bool TakeBodies(int first)
    {
        for (int i = first; i < _contributions.Count; i++)
        {
            ref Contribution contribution = ref _contributions[i];
            if (contribution.Length > _bytes.Length - _position)
            {
                _contributions.MarkLost(i);
                return false;
            }

            contribution.Offset = _position;
            _position += contribution.Length;
        }

        return true;
    }

    /// <summary>Reads the part of a packet header for one code-block (T.800 B.10).</summary>
    private readonly bool ReadBlock(ref PacketBits bits, BlockStyle style, PrecinctBand band, int index, int layer)
    {
        CodeBlock block = band.Blocks[index];
        if (block.IsIncluded)
        {
            if (bits.Read() == 0) return true;
        }
        else
        {
            if (!band.Inclusion!.IsBelow(ref bits, index, layer + 1)) return !bits.IsExhausted;
            block.IsIncluded = true;
            block.ZeroPlanes = band.ZeroPlanes!.Read(ref bits, index, MaxZeroPlanes);
            if ((style & BlockStyle.HighThroughput) != 0) block.HighThroughput = HighThroughputState.Placeholder;
        }

        int passes = ReadPasses(ref bits);
        while (bits.Read() != 0) block.LengthBits++;
        if (bits.IsExhausted || block.LengthBits > 31 || block.Passes + passes > MaxPasses) return false;
        return ReadLengths(ref bits, style, block, passes);
    }

    /// <summary>Reads the number of new coding passes (T.800 table B.4).</summary>
    private static int ReadPasses(ref PacketBits bits)
    {
        if (bits.Read() == 0) return 1;
        if (bits.Read() == 0) return 2;
        int more = bits.Read(2);
        if (more < 3) return 3 + more;
        more = bits.Read(5);
        return more < 31 ? 6 + more : 37 + bits.Read(7);
    }

    private readonly bool ReadLengths(ref PacketBits bits, BlockStyle style, CodeBlock block, int passes)
    {
        if (block.HighThroughput == HighThroughputState.Placeholder && !ReadFirstLength(ref bits, style, block, ref passes)) return false;
        while (passes > 0)
        {
            int room = SegmentRoom(style, block, out bool continues);
            int taken = Math.Min(room, passes);
            if (!ReadLength(ref bits, block, Tiling.FloorLog2(taken), out int length)) return false;
            Add(block, taken, length, continues);
            passes -= taken;
        }

        return true;
    }

    private static bool ReadLength(ref PacketBits bits, CodeBlock block, int more, out int length)
    {
        length = 0;
        if (block.LengthBits + more > 31) return false;
        length = bits.Read(block.LengthBits + more);
        return true;
    }

    private readonly void Add(CodeBlock block, int passes, int length, bool continues)
    {
        block.Passes += passes;
        _contributions.Add(block, passes, length, continues);
    }

    /// <summary>
    /// The number of passes until the end of the current codeword segment (T.800 table D.9; in T.814, a segment is a cleanup pass or both
    /// refinement passes).
    /// </summary>
    private static int SegmentRoom(BlockStyle style, CodeBlock block, out bool continues)
    {
        int passes = block.Passes;
        continues = false;
        if (block.HighThroughput != HighThroughputState.None)
        {
            continues = passes % 3 == 2;
            return passes % 3 == 1 ? 2 : 1;
        }

        if ((style & BlockStyle.TerminateEachPass) != 0) return 1;
        if ((style & BlockStyle.Bypass) == 0)
        {
            continues = passes > 0;
            return int.MaxValue;
        }

        if (passes < 10)
        {
            continues = passes > 0;
            return 10 - passes;
        }

        continues = (passes - 10) % 3 == 1;
        return (passes - 10) % 3 == 0 ? 2 : 1;
    }

    /// <summary>
    /// Reads the first length of a code-block that can be an HT one: placeholder passes can precede the first cleanup pass, and if both
    /// block coders are mixed, the length shows which one is used (T.814 annex B).
    /// </summary>
    private readonly bool ReadFirstLength(ref PacketBits bits, BlockStyle style, CodeBlock block, ref int passes)
    {
        bool isMixed = (style & BlockStyle.Mixed) != 0;
        int untilCleanup = passes - ((block.Passes + passes - 1) % 3);
        int readBits = Tiling.FloorLog2(Math.Max(1, untilCleanup < 1 ? passes : untilCleanup));
        if (!ReadLength(ref bits, block, readBits, out int length)) return false;
        if (untilCleanup >= 1 && length != 0)
        {
            bool isHighBitClear = length >> (block.LengthBits + readBits - 1) == 0;
            if (!isMixed || (block.LengthBits > 3 && length > 1 && isHighBitClear))
            {
                block.HighThroughput = HighThroughputState.Coded;
                block.PlaceholderPasses += untilCleanup - 1;
                block.Passes += untilCleanup - 1;
                Add(block, 1, length, false);
                passes -= untilCleanup;
                return true;
            }
        }

        // In a code-block of part 1, or of placeholders only, all passes are in one segment, whose length can have more bits.
        int more = Tiling.FloorLog2(passes) - readBits;
        if (block.LengthBits + readBits + more > 31) return false;
        length = (length << more) | bits.Read(more);
        if (length != 0)
        {
            if (!isMixed) return false;
            block.HighThroughput = HighThroughputState.None;
            Add(block, passes, length, false);
        }
        else
        {
            block.PlaceholderPasses += passes;
            block.Passes += passes;
        }

        passes = 0;
        return true;
    }
}
