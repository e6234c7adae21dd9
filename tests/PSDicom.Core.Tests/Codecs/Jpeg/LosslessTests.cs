namespace PSDicom.Core.Tests.Codecs.Jpeg;

public class LosslessTests
{
    private const int Rows = 13, Columns = 19;

    public static TheoryData<int, int> PredictorsAndPrecisions()
    {
        var data = new TheoryData<int, int>();
        foreach (int precision in new[] { 2, 7, 8, 12, 16 })
        {
            for (int predictor = 1; predictor <= 7; predictor++) data.Add(predictor, precision);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(PredictorsAndPrecisions))]
    public void Every_predictor_and_precision_gives_the_samples_back(int predictor, int precision)
    {
        // Noise over the whole range makes predictions leave it, and at 16 bits differences wrap.
        int[] samples = Noise(precision, 1);
        var encoder = new ReferenceLosslessEncoder { Rows = Rows, Columns = Columns, Precision = precision, Predictor = predictor };
        Decoded decoded = Decoded.From(encoder.Encode(samples));
        Assert.Equal(samples, decoded.Samples);
        Assert.Equal(precision, decoded.Info.BitsPerSample);
        Assert.Empty(decoded.Warnings);
    }

    [Theory]
    [InlineData(8, 1, true)]
    [InlineData(8, 3, false)]
    [InlineData(16, 3, true)]
    [InlineData(16, 7, false)]
    public void Restart_intervals_and_the_order_of_scans_make_no_difference(int precision, int restartLines, bool isInterleaved)
    {
        int[][] planes = [Noise(precision, 1), Noise(precision, 2), Noise(precision, 3)];
        var encoder = new ReferenceLosslessEncoder
        {
            Rows = Rows, Columns = Columns, Precision = precision, Predictor = 6,
            RestartLines = restartLines, IsInterleaved = isInterleaved,
        };
        Decoded decoded = Decoded.From(encoder.Encode(planes));
        for (int i = 0; i < 3; i++) Assert.Equal(planes[i], decoded.Component(i));
        Assert.Empty(decoded.Warnings);
    }

    [Theory]
    [InlineData(8, 3, 1)]
    [InlineData(16, 4, 7)]
    public void The_point_transform_leaves_zeros_below(int precision, int pointTransform, int predictor)
    {
        int[] samples = Noise(precision, 1);
        var encoder = new ReferenceLosslessEncoder
        {
            Rows = Rows, Columns = Columns, Precision = precision, Predictor = predictor, PointTransform = pointTransform,
        };
        Assert.Equal(samples.Select(s => s >> pointTransform << pointTransform), Decoded.From(encoder.Encode(samples)).Samples);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    public void Samples_may_take_more_bytes_than_they_need(int bytes)
    {
        int[] samples = Noise(8, 1);
        Decoded decoded = Decoded.From(new ReferenceLosslessEncoder { Rows = Rows, Columns = Columns }.Encode(samples), bytes);
        Assert.Equal(samples, decoded.Samples);
        Assert.Equal(Rows * Columns * bytes, decoded.Bytes.Length);
    }

    [Fact]
    public void Subsampled_components_are_repeated()
    {
        // Two pixels to an MCU: both of component 1, then the one of component 2.
        JpegStream stream = new JpegStream().Frame(JpegStream.SOF3, 8, 1, 4, (2, 1), (1, 1))
            .Huffman(HuffmanCode.Dc, isAc: false).Scan([0, 1], 1, 0);
        int[] differences = [1, 1, 10, 1, 1, 10];
        stream.Data(6, 0, _ => { }, (bits, i) => bits.Difference(HuffmanCode.Dc, differences[i]));
        Assert.Equal([129, 138, 130, 138, 131, 148, 132, 148], Decoded.From(stream.End()).Samples);
    }

    [Fact]
    public void The_overflow_of_a_table_without_category_16_is_understood()
    {
        JpegStream stream = new JpegStream().Frame(JpegStream.SOF3, 16, 1, 3, (1, 1))
            .Huffman(HuffmanCode.DcWithout16, isAc: false).Scan([0], 1, 0);
        stream.Data(3, 0, _ => { }, (bits, i) =>
        {
            if (i != 1)
            {
                bits.Difference(HuffmanCode.DcWithout16, 5);
                return;
            }

            bits.Bits(0x1FFFF, 17);
            bits.Bits(0x7FFF, 16);
        });
        Assert.Equal([32773, 5, 10], Decoded.From(stream.End()).Samples);
    }

    [Fact]
    public void A_cut_stream_gives_what_is_there_and_zeros()
    {
        int[] samples = Noise(8, 1).Select(s => s | 1).ToArray();
        byte[] whole = new ReferenceLosslessEncoder { Rows = Rows, Columns = Columns }.Encode(samples);
        Decoded decoded = Decoded.From(whole[..(whole.Length - 60)]);
        int read = Array.IndexOf(decoded.Samples, 0);
        Assert.InRange(read, Columns, samples.Length - 30);
        Assert.Equal(samples.Take(read), decoded.Samples.Take(read));
        Assert.All(decoded.Samples.Skip(read), sample => Assert.Equal(0, sample));
        Assert.Contains(decoded.Warnings, warning => warning.Contains("truncated"));
    }

    [Fact]
    public void A_lost_restart_interval_leaves_its_lines_0_and_the_others_right()
    {
        int[] samples = Noise(8, 1).Select(s => s | 1).ToArray();
        byte[] whole = new ReferenceLosslessEncoder { Rows = Rows, Columns = Columns, RestartLines = 2 }.Encode(samples);
        int second = JpegStream.Find(whole, 0xD1), third = JpegStream.Find(whole, 0xD2);
        Decoded decoded = Decoded.From([.. whole[..second], .. whole[third..]]);
        for (int i = 0; i < samples.Length; i++) Assert.Equal(i / Columns is 4 or 5 ? 0 : samples[i], decoded.Samples[i]);
        Assert.Single(decoded.Warnings);
    }

    [Fact]
    public void A_restart_interval_of_broken_lines_is_an_error()
    {
        byte[] stream = new ReferenceLosslessEncoder { Rows = Rows, Columns = Columns, RestartLines = 1 }.Encode(Noise(8, 1));
        stream[JpegStream.Find(stream, 0xDD) + 5]--;
        Assert.Equal(DicomErrorReason.InvalidCodestream, Assert.Throws<DicomException>(() => Decoded.From(stream)).Reason);
    }

    private static int[] Noise(int precision, int seed)
    {
        var random = new Random(seed);
        return Enumerable.Range(0, Rows * Columns).Select(_ => random.Next(1 << precision)).ToArray();
    }
}
