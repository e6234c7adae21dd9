using PSDicom.Codecs.Jpeg2000;

namespace PSDicom.Core.Tests.Codecs.Jpeg2000;

/// <summary>Writes the packets' part of one sub-band of a precinct, with coding passes spread evenly over the layers.</summary>
internal sealed class BandWriter
{
    private readonly StreamOptions _options;
    private readonly Block[] _blocks;
    private readonly int _across;
    private readonly TagTreeWriter _inclusion;
    private readonly TagTreeWriter _zeroPlanes;

    public BandWriter(StreamOptions options, PrecinctBand band, TileComponent component, double[,] plane)
    {
        _options = options;
        _blocks = [.. band.Blocks.Select(block => Encode(options, band.Band, component, block, plane))];
        _across = band.Blocks.Count(block => block.Y == band.Blocks[0].Y);
        int down = _blocks.Length / _across;
        var first = new int[down, _across];
        var zero = new int[down, _across];
        for (int i = 0; i < _blocks.Length; i++)
        {
            first[i / _across, i % _across] = Enumerable.Range(0, options.Layers).FirstOrDefault(layer => _blocks[i].EndOf(layer, options) > 0, options.Layers);
            zero[i / _across, i % _across] = band.Band.Planes + options.RegionShift - _blocks[i].Planes;
        }

        _inclusion = new TagTreeWriter(first);
        _zeroPlanes = new TagTreeWriter(zero);
    }

    public void Write(PacketBitWriter bits, List<byte> body, int layer)
    {
        for (int i = 0; i < _blocks.Length; i++)
        {
            Block block = _blocks[i];
            int begin = layer == 0 ? 0 : block.EndOf(layer - 1, _options), end = block.EndOf(layer, _options);
            if (begin == 0) _inclusion.Write(bits, i / _across, i % _across, layer + 1);
            else bits.Put(end > begin ? 1 : 0);
            if (end == begin) continue;
            for (int threshold = 1; begin == 0 && threshold <= 40; threshold++) _zeroPlanes.Write(bits, i / _across, i % _across, threshold);
            bits.PutPasses(end - begin);
            WriteLengths(bits, body, block, begin, end);
        }
    }

    private static Block Encode(StreamOptions options, Subband band, TileComponent component, CodeBlock block, double[,] plane)
    {
        var samples = new int[block.Height, block.Width];
        for (int y = 0; y < block.Height; y++)
        {
            for (int x = 0; x < block.Width; x++)
            {
                double value = plane[band.Top + block.Y + y, band.Left + block.X + x] / (component.Coding.IsReversible ? 1 : band.StepSize);
                int magnitude = (int)Math.Floor(Math.Abs(value));
                if (block.X + x >= band.Area.Width / 2) magnitude <<= options.RegionShift;
                samples[y, x] = value < 0 ? -magnitude : magnitude;
            }
        }

        var encoder = new BlockEncoder(samples, band, options.Style);
        return new Block(encoder.Encode(), encoder.Passes, encoder.Segments);
    }

    /// <summary>The passes of a layer by codeword segment. All bytes of a segment that continues come with its last pass.</summary>
    private static void WriteLengths(PacketBitWriter bits, List<byte> body, Block block, int begin, int end)
    {
        var parts = new List<(int Passes, byte[] Bytes)>();
        int pass = 0;
        foreach ((int passes, byte[] bytes) in block.Segments)
        {
            int from = Math.Max(begin, pass), to = Math.Min(end, pass + passes);
            if (to > from) parts.Add((to - from, to == pass + passes ? bytes : []));
            pass += passes;
        }

        while (parts.Any(part => part.Bytes.Length >= 1 << (block.LengthBits + Tiling.FloorLog2(part.Passes))))
        {
            bits.Put(1);
            block.LengthBits++;
        }

        bits.Put(0);
        foreach ((int passes, byte[] bytes) in parts)
        {
            bits.Put(bytes.Length, block.LengthBits + Tiling.FloorLog2(passes));
            body.AddRange(bytes);
        }
    }

    private sealed class Block(int planes, int passes, List<(int Passes, byte[] Bytes)> segments)
    {
        public int Planes => planes;

        public List<(int Passes, byte[] Bytes)> Segments => segments;

        public int LengthBits { get; set; } = 3;

        /// <summary>The number of passes up to a layer.</summary>
        public int EndOf(int layer, StreamOptions options) => passes * (layer + 1) / options.Layers;
    }
}
