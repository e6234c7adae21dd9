using PSDicom.Codecs.Jpeg2000.Headers;

namespace PSDicom.Core.Tests.Codecs.Jpeg2000;

/// <summary>
/// Encodes codestreams (T.800) with features that real encoders seldom use. The positions of code-blocks and the order of packets are those
/// of the decoder, which other tests compare with streams of other encoders.
/// </summary>
internal sealed class ReferenceJpeg2000Encoder(StreamOptions options, int width, int height, PictureComponent[] components)
{
    private const int GuardBits = 2;

    private readonly List<byte> _bytes = [];
    private readonly List<byte> _packedHeaders = [];

    /// <summary>Codes a picture.</summary>
    /// <param name="sample">The sample of a component at a position of the reference grid, divided by the component's steps.</param>
    public byte[] Encode(Func<int, int, int, int> sample)
    {
        ImageSize size = Header();
        int mainHeaderEnd = _bytes.Count;
        var parts = new List<List<(byte[] Header, byte[] Body)>>();
        for (int t = 0; t < size.TileCount; t++) parts.Add(new TileEncoder(options, components, size.Tile(t)).Encode(sample));
        int rounds = options.HasManyTileParts ? parts.Max(part => part.Count) : 1;
        for (int round = 0; round < rounds; round++)
        {
            for (int t = 0; t < parts.Count; t++)
            {
                List<(byte[] Header, byte[] Body)> packets = options.HasManyTileParts ? [.. parts[t].Skip(round).Take(1)] : parts[t];
                if (packets.Count > 0) TilePart(t, round, packets, isLast: round == rounds - 1 && t == parts.Count - 1);
            }
        }

        if (options.HasMainPackedHeaders)
            _bytes.InsertRange(mainHeaderEnd, Segment(Jpeg2000Marker.PackedPacketHeadersMain, [0, .. _packedHeaders]));
        if (options.HasEnd) _bytes.AddRange([0xFF, 0xD9]);
        return [.. _bytes];
    }

    private static byte[] Segment(int marker, byte[] content) =>
        [(byte)(marker >> 8), (byte)marker, (byte)((content.Length + 2) >> 8), (byte)(content.Length + 2), .. content];

    private static byte[] Word(int value) => [(byte)(value >> 8), (byte)value];

    private static byte[] Number(int value) => [(byte)(value >> 24), (byte)(value >> 16), .. Word(value)];

    private ImageSize Header()
    {
        (int Width, int Height) tile = options.Tile ?? (options.Offset.Left + width, options.Offset.Top + height);
        byte[] size =
        [
            0, 0, .. Number(options.Offset.Left + width), .. Number(options.Offset.Top + height), .. Number(options.Offset.Left), .. Number(options.Offset.Top),
            .. Number(tile.Width), .. Number(tile.Height), .. Number(options.TileOffset.Left), .. Number(options.TileOffset.Top), .. Word(components.Length),
            .. components.SelectMany(c => new[] { (byte)((c.Precision - 1) | (c.IsSigned ? 0x80 : 0)), (byte)c.StepX, (byte)c.StepY }),
        ];
        int flags = (options.Precincts is null ? 0 : 1) | (options.HasSop ? 2 : 0) | (options.HasEph ? 4 : 0);
        byte[] precincts = options.Precincts is { } p ? [.. Enumerable.Repeat((byte)(p.Width | (p.Height << 4)), options.Levels + 1)] : [];
        byte[] style =
        [
            (byte)flags, (byte)options.Order, .. Word(options.Layers), (byte)(options.HasColorTransform ? 1 : 0), (byte)options.Levels,
            (byte)(options.BlockExponents.Width - 2), (byte)(options.BlockExponents.Height - 2), (byte)options.Style, (byte)(options.IsReversible ? 1 : 0), .. precincts,
        ];
        _bytes.AddRange([0xFF, 0x4F, .. Segment(Jpeg2000Marker.Size, size), .. Segment(Jpeg2000Marker.CodingStyleDefault, style)]);
        for (int c = 0; c < components.Length; c++) _bytes.AddRange(Segment(Jpeg2000Marker.QuantizationComponent, [(byte)c, .. Jpeg2000Quantization(c)]));
        _bytes.AddRange(Segment(Jpeg2000Marker.QuantizationDefault, Jpeg2000Quantization(0)));
        for (int c = 0; c < components.Length && options.RegionShift > 0; c++)
            _bytes.AddRange(Segment(Jpeg2000Marker.RegionOfInterest, [(byte)c, 0, (byte)options.RegionShift]));
        if (options.HasOrderChange)
        {
            // The lowest resolution by layers, then all of them by resolutions: the second volume names packets of the first once more.
            byte all = (byte)components.Length;
            _bytes.AddRange(Segment(Jpeg2000Marker.ProgressionOrderChange,
            [
                0, 0, .. Word(options.Layers), 1, all, (byte)ProgressionOrder.LayerResolutionComponentPosition,
                0, 0, .. Word(options.Layers), 33, all, (byte)ProgressionOrder.ResolutionLayerComponentPosition,
            ]));
        }

        var reader = new SegmentReader(size, 0, "SIZ");
        return ImageSize.Read(ref reader);
    }

    private byte[] Jpeg2000Quantization(int component) =>
    [
        (byte)((GuardBits << 5) | (options.IsReversible ? 0 : 2)),
        .. TileEncoder.Exponents(options, components[component]).SelectMany(e => options.IsReversible ? new[] { (byte)(e << 3) } : Word(e << 11)),
    ];

    private void TilePart(int tile, int part, List<(byte[] Header, byte[] Body)> packets, bool isLast)
    {
        byte[] headers = [.. packets.SelectMany(packet => packet.Header)];
        bool isApart = options.HasMainPackedHeaders || options.HasTilePackedHeaders;
        byte[] own = options.HasTilePackedHeaders ? Segment(Jpeg2000Marker.PackedPacketHeadersTile, [(byte)part, .. headers]) : [];
        if (options.HasMainPackedHeaders) _packedHeaders.AddRange([.. Number(headers.Length), .. headers]);
        byte[] body = [.. packets.SelectMany(packet => isApart ? packet.Body : [.. packet.Header, .. packet.Body])];
        int length = 12 + own.Length + 2 + body.Length;
        _bytes.AddRange(Segment(Jpeg2000Marker.StartOfTilePart, [.. Word(tile), .. Number(isLast && options.HasZeroPsot ? 0 : length), (byte)part, 0]));
        _bytes.AddRange([.. own, 0xFF, 0x93, .. body]);
    }
}
