using PSDicom.Codecs;
using PSDicom.Codecs.Jpeg2000;
using PSDicom.Codecs.Jpeg2000.Headers;
using PSDicom.Codecs.Jpeg2000.Packets;

namespace PSDicom.Core.Tests.Codecs.Jpeg2000;

/// <summary>Codes the packets of one tile.</summary>
internal sealed class TileEncoder(StreamOptions options, PictureComponent[] components, Area tile)
{
    private readonly Dictionary<PrecinctBand, BandWriter> _writers = [];
    private int _packets;

    /// <summary>The exponents of step sizes by sub-band: room for all bits of a reversible transform, steps of 1 of an irreversible one.</summary>
    public static IEnumerable<int> Exponents(StreamOptions options, PictureComponent component)
    {
        for (int i = 0; i <= 3 * options.Levels; i++)
        {
            int gain = i == 0 ? 0 : i % 3 == 0 ? 2 : 1;
            yield return component.Precision + gain + (options.HasColorTransform ? 1 : 0);
        }
    }

    public List<(byte[] Header, byte[] Body)> Encode(Func<int, int, int, int> sample)
    {
        TileComponent[] laid = [.. components.Select(Lay)];
        double[][,] planes = [.. laid.Select((component, c) => Samples(component, c, sample))];
        if (options.HasColorTransform) Transform(planes);
        for (int c = 0; c < laid.Length; c++) ForwardWavelet.Apply(planes[c], laid[c], options.IsReversible);

        var coding = new TileCoding(options.Order, options.Layers, options.HasColorTransform);
        var packets = new List<(byte[] Header, byte[] Body)>();
        var budget = new WorkBudget(compressed: 0);
        foreach (PacketPlace place in new PacketSequence(tile, laid, coding, budget).Enumerate(OrderChanges(laid.Length)))
        {
            Resolution resolution = laid[place.Component].Resolutions[place.Resolution];
            Precinct precinct = resolution.GetPrecinct(place.Precinct);
            if (place.Layer < precinct.LayersRead) continue;
            precinct.LayersRead = place.Layer + 1;
            precinct.Bands ??= resolution.CreateBlocks(place.Precinct, budget);
            packets.Add(Packet(precinct.Bands, laid[place.Component], planes[place.Component], place.Layer));
        }

        return packets;
    }

    private List<ProgressionVolume> OrderChanges(int count) => !options.HasOrderChange ? [] :
    [
        new ProgressionVolume(ProgressionOrder.LayerResolutionComponentPosition, 0, 1, 0, count, options.Layers),
        new ProgressionVolume(ProgressionOrder.ResolutionLayerComponentPosition, 0, 33, 0, count, options.Layers),
    ];

    private TileComponent Lay(PictureComponent component)
    {
        byte[] style =
        [
            (byte)options.Levels, (byte)(options.BlockExponents.Width - 2), (byte)(options.BlockExponents.Height - 2), (byte)options.Style,
            (byte)(options.IsReversible ? 1 : 0),
            .. options.Precincts is { } p ? Enumerable.Repeat((byte)(p.Width | (p.Height << 4)), options.Levels + 1) : [],
        ];
        byte[] quantization =
        [
            (byte)(0x40 | (options.IsReversible ? 0 : 2)),
            .. Exponents(options, component).SelectMany(e => options.IsReversible ? new[] { (byte)(e << 3) } : [(byte)(e << 3), 0]),
        ];
        var styleReader = new SegmentReader(style, 0, "COD");
        var quantizationReader = new SegmentReader(quantization, 0, "QCD");
        var size = new ComponentSize(component.Precision, component.IsSigned, component.StepX, component.StepY);
        return new TileComponent(
            size, size.Samples(tile), ComponentCoding.Read(ref styleReader, options.Precincts is not null),
            Jpeg2000Quantization.Read(ref quantizationReader), options.RegionShift);
    }

    private static double[,] Samples(TileComponent component, int c, Func<int, int, int, int> sample)
    {
        Area area = component.Area;
        var plane = new double[area.Height, area.Width];
        int shift = component.Size.IsSigned ? 0 : 1 << (component.Size.Precision - 1);
        for (int y = 0; y < area.Height; y++)
        {
            for (int x = 0; x < area.Width; x++) plane[y, x] = sample(c, area.X0 + x, area.Y0 + y) - shift;
        }

        return plane;
    }

    /// <summary>The component transforms (T.800 annex G).</summary>
    private void Transform(double[][,] planes)
    {
        for (int y = 0; y < planes[0].GetLength(0); y++)
        {
            for (int x = 0; x < planes[0].GetLength(1); x++)
            {
                double r = planes[0][y, x], g = planes[1][y, x], b = planes[2][y, x];
                (planes[0][y, x], planes[1][y, x], planes[2][y, x]) = options.IsReversible
                    ? (Math.Floor((r + (2 * g) + b) / 4), b - g, r - g)
                    : ((0.299 * r) + (0.587 * g) + (0.114 * b), (-0.168736 * r) - (0.331264 * g) + (0.5 * b), (0.5 * r) - (0.418688 * g) - (0.081312 * b));
            }
        }
    }

    private (byte[] Header, byte[] Body) Packet(PrecinctBand[] bands, TileComponent component, double[,] plane, int layer)
    {
        var bits = new PacketBitWriter();
        var body = new List<byte>();
        bits.Put(1);
        foreach (PrecinctBand band in bands)
        {
            if (band.Blocks.Length == 0) continue;
            if (!_writers.TryGetValue(band, out BandWriter? writer)) _writers.Add(band, writer = new BandWriter(options, band, component, plane));
            writer.Write(bits, body, layer);
        }

        byte[] start = options.HasSop ? [0xFF, 0x91, 0, 4, (byte)(_packets >> 8), (byte)_packets] : [];
        _packets++;
        byte[] header = [.. bits.ToArray(), .. options.HasEph ? new byte[] { 0xFF, 0x92 } : []];
        // The start marker belongs to the packet even if its header is elsewhere.
        return options.HasMainPackedHeaders || options.HasTilePackedHeaders ? (header, [.. start, .. body]) : ([.. start, .. header], [.. body]);
    }
}
