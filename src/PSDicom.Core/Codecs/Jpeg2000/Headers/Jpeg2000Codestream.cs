using System;
using System.Buffers.Binary;
using System.Collections.Generic;

namespace PSDicom.Codecs.Jpeg2000.Headers;

/// <summary>The headers of a codestream, and the positions of its packets (T.800 annex A).</summary>
internal sealed class Jpeg2000Codestream
{
    private readonly PackedHeaders _packedHeaders = new();
    private readonly Dictionary<int, TileStream> _tiles = [];
    private readonly int _end;
    private int _position;

    private Jpeg2000Codestream(ImageSize size, int position, int end)
    {
        Size = size;
        _position = position;
        _end = end;
    }

    public ImageSize Size { get; }

    public Jpeg2000CodingParameters Main { get; } = new();

    /// <summary>Reads the main header.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="start">The start of the codestream in the frame.</param>
    /// <param name="end">The end of the codestream in the frame.</param>
    public static Jpeg2000Codestream ReadMainHeader(ReadOnlySpan<byte> frame, int start, int end)
    {
        int position = start + 2;
        Jpeg2000Codestream? codestream = null;
        while (true)
        {
            int at = position;
            int marker = ReadMarker(frame, position, end);
            if (marker == Jpeg2000Marker.StartOfTilePart) break;
            if (Jpeg2000Marker.IsAlone(marker))
            {
                position += 2;
                continue;
            }

            if (marker is >= 0 and < 0xFF00) throw CodestreamError.Jpeg2000("a marker of the main header is expected.", at);
            SegmentReader segment = ReadSegment(frame, ref position, end) is { IsWhole: true } found
                ? found.Open(frame, "a marker segment of the main header")
                : throw CodestreamError.Jpeg2000("the main header is truncated.", at);
            if (marker == Jpeg2000Marker.Size)
            {
                codestream ??= new Jpeg2000Codestream(ImageSize.Read(ref segment), 0, end);
            }
            else if (codestream is null && marker != Jpeg2000Marker.ExtendedCapabilities)
            {
                throw CodestreamError.Jpeg2000("the image size (SIZ) is missing at the start.", at);
            }
            else
            {
                codestream?.ReadMainSegment(marker, at, ref segment);
            }
        }

        if (codestream is null) throw CodestreamError.Jpeg2000("the image size (SIZ) is missing.", position);
        if (codestream.Main.Tile is null && position >= end) throw CodestreamError.Jpeg2000("the coding style (COD) is missing.", position);
        codestream._position = position;
        return codestream;
    }

    /// <summary>Finds all tile-parts.</summary>
    /// <returns>The tiles that have tile-parts, by index.</returns>
    public IReadOnlyDictionary<int, TileStream> ReadTileParts(ReadOnlySpan<byte> frame, ICollection<string> warnings)
    {
        while (true)
        {
            int marker = ReadMarker(frame, _position, _end);
            if (marker == Jpeg2000Marker.EndOfCodestream) break;
            if (marker != Jpeg2000Marker.StartOfTilePart || !ReadTilePart(frame, warnings))
            {
                warnings.Add(marker < 0 || marker == Jpeg2000Marker.StartOfTilePart
                    ? "The JPEG 2000 codestream is truncated: its end marker (EOC) is missing."
                    : $"The JPEG 2000 codestream has no tile-part at byte {_position}; the rest was ignored.");
                break;
            }
        }

        return _tiles;
    }

    private static int ReadMarker(ReadOnlySpan<byte> frame, int position, int end) =>
        end - position >= 2 ? BinaryPrimitives.ReadUInt16BigEndian(frame.Slice(position)) : -1;

    /// <summary>Finds the marker segment at the position, and advances past it.</summary>
    private static FoundSegment ReadSegment(ReadOnlySpan<byte> frame, ref int position, int end)
    {
        if (end - position < 4) return default;
        int length = BinaryPrimitives.ReadUInt16BigEndian(frame.Slice(position + 2));
        if (length < 2 || length > end - position - 2) return default;
        var segment = new FoundSegment(position + 4, length - 2);
        position += 2 + length;
        return segment;
    }

    private void ReadMainSegment(int marker, int at, ref SegmentReader segment)
    {
        RejectExtension(marker, at);
        if (marker == Jpeg2000Marker.PackedPacketHeadersMain) _packedHeaders.Add(ref segment);
        else Main.Read(marker, ref segment, Size.Components.Length);
    }

    private static void RejectExtension(int marker, int at)
    {
        if (Jpeg2000Marker.ExtensionName(marker) is { } name)
            throw CodestreamError.Jpeg2000($"{name} of part 2 (ITU-T T.801) is not supported.", at);
    }

    /// <summary>Reads a tile-part (T.800 A.4.2); false if its header is truncated.</summary>
    private bool ReadTilePart(ReadOnlySpan<byte> frame, ICollection<string> warnings)
    {
        int start = _position, position = _position;
        if (ReadSegment(frame, ref position, _end) is not { IsWhole: true } found) return false;
        SegmentReader header = found.Open(frame, "SOT");
        int index = header.ReadUInt16();
        long length = header.ReadUInt32();
        if (index >= Size.TileCount) throw CodestreamError.Jpeg2000($"a tile-part belongs to tile {index}, but there are {Size.TileCount} tiles.", start);
        if (!_tiles.TryGetValue(index, out TileStream? tile)) _tiles.Add(index, tile = new TileStream(index, Main));
        while (true)
        {
            int at = position;
            int marker = ReadMarker(frame, position, _end);
            if (marker == Jpeg2000Marker.StartOfData) break;
            if (Jpeg2000Marker.IsAlone(marker))
            {
                position += 2;
                continue;
            }

            if (marker is >= 0 and < 0xFF00) throw CodestreamError.Jpeg2000("a marker of a tile-part header is expected.", at);
            if (ReadSegment(frame, ref position, _end) is not { IsWhole: true } inner) return false;
            SegmentReader segment = inner.Open(frame, "a marker segment of a tile-part header");
            RejectExtension(marker, at);
            if (marker == Jpeg2000Marker.PackedPacketHeadersTile)
                tile.AddPackedHeaders(segment.ReadByte(), segment.Take(segment.Remaining).ToArray());
            else
                tile.Parameters.Read(marker, ref segment, Size.Components.Length);
        }

        position += 2;
        if (!_packedHeaders.IsEmpty) tile.AddPackedHeaders(0, _packedHeaders.Next());
        int end = FindTilePartEnd(frame, start, position, length, warnings);
        tile.Bodies.Add((position, end - position));
        _position = end;
        return true;
    }

    /// <summary>
    /// Finds the end of a tile-part: by its length, if a marker follows there. Some encoders write 0 or a wrong length for the last
    /// tile-part; then the next marker is searched for, as packets have no such bytes.
    /// </summary>
    private int FindTilePartEnd(ReadOnlySpan<byte> frame, int start, int body, long length, ICollection<string> warnings)
    {
        long declared = start + length;
        if (declared >= body && declared <= _end &&
            (declared == _end || ReadMarker(frame, (int)declared, _end) is Jpeg2000Marker.StartOfTilePart or Jpeg2000Marker.EndOfCodestream))
        {
            return (int)declared;
        }

        int end = body;
        while (end < _end && ReadMarker(frame, end, _end) is not (Jpeg2000Marker.StartOfTilePart or Jpeg2000Marker.EndOfCodestream)) end++;
        if (length != 0 && end < _end)
            warnings.Add($"The JPEG 2000 tile-part at byte {start} has {end - start} bytes, not the {length} that it declares.");
        return end;
    }

    /// <summary>The position of the content of a marker segment.</summary>
    private readonly struct FoundSegment(int offset, int length)
    {
        public bool IsWhole => offset > 0;

        public SegmentReader Open(ReadOnlySpan<byte> frame, string name) => new(frame.Slice(offset, length), offset, name);
    }
}
