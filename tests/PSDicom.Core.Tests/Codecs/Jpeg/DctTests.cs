namespace PSDicom.Core.Tests.Codecs.Jpeg;

public class DctTests
{
    private static readonly (int Horizontal, int Vertical)[] _grey = [(1, 1)];

    [Theory]
    [InlineData(8, 1)]
    [InlineData(8, 37)]
    [InlineData(12, 1)]
    [InlineData(12, 300)]
    public void Samples_are_those_of_the_inverse_transform(int precision, int quantization)
    {
        var encoder = new ReferenceDctEncoder { Rows = 21, Columns = 27, Precision = precision, Quantization = quantization };
        int[][,][] blocks = Noise(encoder, quantization);
        Decoded decoded = Decoded.From(encoder.EncodeSequential(blocks));
        for (int i = 0; i < decoded.Samples.Length; i++)
        {
            int x = i % 27, y = i / 27;
            double exact = InverseTransform(blocks[0][y / 8, x / 8], quantization, x % 8, y % 8) + (1 << (precision - 1));
            Assert.InRange(decoded.Samples[i] - Math.Min(Math.Max(exact, 0), (1 << precision) - 1), -1.0, 1.0);
        }

        Assert.Empty(decoded.Warnings);
    }

    /// <summary>Samples of two bytes are never transformed in 16 bits.</summary>
    [Theory]
    [InlineData(109, 10)]
    [InlineData(109, 11)]
    [InlineData(109, 14)]
    [InlineData(255, 1000)]
    [InlineData(1, 1000)]
    public void Coefficients_of_any_size_are_transformed_alike(int quantization, int largest)
    {
        var encoder = new ReferenceDctEncoder { Rows = 128, Columns = 128, Quantization = quantization };
        var random = new Random(largest);
        int[][,][] blocks = encoder.MakeBlocks((x, y, _) =>
        {
            // Signs that add up in a line or a column of samples, or any.
            int sample = random.Next(8), kind = random.Next(3);
            return [.. Enumerable.Range(0, 64).Select(k =>
            {
                int frequency = kind == 0 ? ReferenceDctEncoder.NaturalOf(k) % 8 : ReferenceDctEncoder.NaturalOf(k) / 8;
                bool isNegative = kind == 2 ? random.Next(2) == 0 : Math.Cos(((2 * sample) + 1) * frequency * Math.PI / 16) < 0;
                return isNegative ? -largest : largest;
            })];
        });
        byte[] codestream = encoder.EncodeSequential(blocks);
        Assert.Equal(Decoded.From(codestream, 2).Samples, Decoded.From(codestream, 1).Samples);
    }

    [Theory]
    [InlineData(8, 1, 1)]
    [InlineData(8, 2, 1)]
    [InlineData(8, 2, 2)]
    [InlineData(8, 1, 2)]
    [InlineData(8, 4, 1)]
    [InlineData(12, 3, 1)]
    [InlineData(12, 2, 4)]
    public void Every_process_gives_the_same_samples(int precision, int horizontal, int vertical)
    {
        foreach (int restart in new[] { 0, 2 })
        {
            var encoder = new ReferenceDctEncoder
            {
                Rows = 45, Columns = 53, Precision = precision, Quantization = 3, RestartInterval = restart,
                Sampling = [(horizontal, vertical), (1, 1), (1, 1)],
            };
            int[][,][] blocks = Noise(encoder, 3);
            byte[] expected = Decoded.From(encoder.EncodeSequential(blocks)).Bytes;
            Assert.Equal(expected, Decoded.From(encoder.EncodeSequential(blocks, isInterleaved: false)).Bytes);
            Assert.Equal(expected, Decoded.From(encoder.EncodeProgressive(blocks, isRefined: false)).Bytes);
            Assert.Equal(expected, Decoded.From(encoder.EncodeProgressive(blocks, isRefined: true)).Bytes);
        }
    }

    [Fact]
    public void Baseline_is_the_same_as_extended()
    {
        var encoder = new ReferenceDctEncoder { Rows = 16, Columns = 16, Sampling = _grey };
        int[][,][] blocks = Noise(encoder, 1);
        byte[] extended = Decoded.From(encoder.EncodeSequential(blocks)).Bytes;
        Assert.Equal(extended, Decoded.From(encoder.EncodeSequential(blocks, JpegStream.SOF0)).Bytes);
    }

    [Fact]
    public void A_run_of_ended_blocks_is_passed_over()
    {
        var encoder = new ReferenceDctEncoder { Rows = 8, Columns = 8 * 12 };
        int[][,][] blocks = encoder.MakeBlocks((_, x, _) => [x, .. new int[63]]);
        blocks[0][0, 10][1] = 40;
        JpegStream stream = encoder.Start(JpegStream.SOF2).Scan([0], 0, 0);
        stream.Data(12, 0, _ => { }, (bits, x) => bits.Difference(HuffmanCode.Dc, x == 0 ? 0 : 1));
        stream.Scan([0], 1, 63).Data(1, 0, _ => { }, (bits, _) =>
        {
            // Eight blocks and two more; then one with a coefficient, then the last.
            bits.Symbol(HuffmanCode.Ac, 0x30);
            bits.Bits(2, 3);
            bits.Symbol(HuffmanCode.Ac, 0x06);
            bits.Magnitude(40, 6);
            bits.Symbol(HuffmanCode.Ac, 0x10);
            bits.Bits(0, 1);
        });
        Assert.Equal(Decoded.From(encoder.EncodeSequential(blocks)).Bytes, Decoded.From(stream.End()).Bytes);
    }

    [Theory]
    [InlineData(8, 1)]
    [InlineData(8, 2)]
    [InlineData(12, 2)]
    public void Components_at_half_resolution_are_smoothed(int precision, int vertical)
    {
        const int Rows = 47, Columns = 61;
        var encoder = new ReferenceDctEncoder { Rows = Rows, Columns = Columns, Precision = precision, Sampling = [(2, vertical), (1, 1), (1, 1)] };
        // Of the second component alone, at its own resolution:
        var alone = new ReferenceDctEncoder { Rows = (Rows + vertical - 1) / vertical, Columns = (Columns + 1) / 2, Precision = precision };
        int[][,][] blocks = Noise(encoder, 1);
        int[] half = Decoded.From(alone.EncodeSequential([blocks[1]])).Samples;

        int[] actual = Decoded.From(encoder.EncodeSequential(blocks)).Component(1);
        for (int i = 0; i < actual.Length; i++)
        {
            int x = i % Columns, y = i / Columns, column = x / 2, nextColumn = column + (x % 2 == 0 ? -1 : 1);
            int sum = Column(column) * 3 + Column(Math.Min(Math.Max(nextColumn, 0), alone.Columns - 1));
            // The rounding alternates.
            int expected = vertical == 1 ? (sum + 1 + (x % 2)) >> 2 : (sum + 8 - (x % 2)) >> 4;
            Assert.True(expected == actual[i], $"at {x}, {y}: {actual[i]}, not {expected}");

            int Column(int at)
            {
                if (vertical == 1) return half[(y * alone.Columns) + at];
                int line = y / 2, next = Math.Min(Math.Max(line + (y % 2 == 0 ? -1 : 1), 0), alone.Rows - 1);
                return (half[(line * alone.Columns) + at] * 3) + half[(next * alone.Columns) + at];
            }
        }
    }

    private static int[][,][] Noise(ReferenceDctEncoder encoder, int quantization)
    {
        var random = new Random(quantization);
        int scale = (1 << encoder.Precision) / quantization;
        return encoder.MakeBlocks((_, _, _) =>
        {
            int[] block = new int[64];
            block[0] = random.Next(-scale * 3, scale * 3);
            // Some blocks are full, some sparse, some flat.
            int odds = random.Next(4) switch { 0 => 1, 1 => 8, 2 => 30, _ => 1000 };
            for (int k = 1; k < 64; k++)
            {
                int most = 1 + (scale / (4 + k));
                if (random.Next(odds) == 0) block[k] = random.Next(-most, most + 1);
            }

            return block;
        });
    }

    /// <summary>The definition in T.81 A.3.3.</summary>
    private static double InverseTransform(int[] block, int quantization, int x, int y)
    {
        double sum = 0;
        for (int k = 0; k < 64; k++)
        {
            int u = ReferenceDctEncoder.NaturalOf(k) % 8, v = ReferenceDctEncoder.NaturalOf(k) / 8;
            double scale = (u == 0 ? Math.Sqrt(0.5) : 1) * (v == 0 ? Math.Sqrt(0.5) : 1) / 4;
            double wave = Math.Cos(((2 * x) + 1) * u * Math.PI / 16) * Math.Cos(((2 * y) + 1) * v * Math.PI / 16);
            sum += scale * block[k] * quantization * wave;
        }

        return sum;
    }
}
