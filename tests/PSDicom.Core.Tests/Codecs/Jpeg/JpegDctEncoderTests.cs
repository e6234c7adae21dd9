using PSDicom.Codecs;
using PSDicom.Codecs.Jpeg;
using PSDicom.Codecs.Jpeg.Encoding;

namespace PSDicom.Core.Tests.Codecs.Jpeg;

public class JpegDctEncoderTests
{
    private static readonly (int Rows, int Columns)[] Sizes = [(1, 1), (1, 37), (41, 1), (7, 9), (8, 8), (16, 17), (33, 130), (65, 300)];

    [Theory]
    [InlineData(8, 1)]
    [InlineData(8, 60)]
    [InlineData(8, 100)]
    [InlineData(12, 1)]
    [InlineData(12, 60)]
    [InlineData(12, 100)]
    public void Grey_is_as_near_as_its_quantization_allows(int bits, int quality)
    {
        int max = (1 << bits) - 1;
        var random = new Random(quality);
        // The root of the sum of squares of all quantization errors, half a divisor each, is that of the samples.
        double allowed = Math.Sqrt(QuantizationTable.Make(quality)[0].Divisors.ToArray().Sum(divisor => divisor * divisor / 4.0) / 64) + 0.6;
        foreach ((int rows, int columns) in Sizes)
        {
            foreach (Func<int, int, int, int> content in new Func<int, int, int, int>[]
            {
                (_, _, _) => max, (_, _, _) => 0, (_, _, _) => random.Next(), (x, y, _) => (x + y) % 2 == 0 ? 0 : max,
                (x, y, _) => (int)((Math.Sin(x / 9.0) + Math.Cos(y / 7.0) + 2) * max / 4),
            })
            {
                TestFrame frame = TestFrame.Make(rows, columns, 1, bits, false, content);
                byte[] encoded = Encode(new JpegDctEncoder(isExtended: bits > 8), frame, new FrameEncodingOptions { Quality = quality });
                byte[] decoded = Decode(encoded, frame);
                double squares = 0;
                for (int i = 0; i < decoded.Length; i += frame.Format.Shape.BytesPerSample)
                    squares += Math.Pow(frame.SampleAt(decoded, i) - frame.SampleAt(frame.Samples, i), 2);
                Assert.True(Math.Sqrt(squares / frame.Format.Shape.Length * frame.Format.Shape.BytesPerSample) <= EdgeFactor(rows, columns) * allowed, $"{frame}");
            }
        }
    }

    /// <summary>Blocks beyond an edge can have all of their error inside of it.</summary>
    private static double EdgeFactor(int rows, int columns) => Math.Sqrt((rows + 7) / 8 * 8 * ((columns + 7) / 8 * 8) / (double)(rows * columns));

    [Theory]
    [InlineData(ChromaSubsampling.None, 0x11, "YBR_FULL")]
    [InlineData(ChromaSubsampling.Horizontal, 0x21, "YBR_FULL_422")]
    [InlineData(ChromaSubsampling.Both, 0x22, "YBR_FULL_422")]
    public void Colour_becomes_YCbCr_with_the_chosen_resolution(object chosen, int sampling, string interpretation)
    {
        var options = new FrameEncodingOptions { Quality = 95, Subsampling = (ChromaSubsampling)chosen };
        foreach ((int rows, int columns) in Sizes)
        {
            TestFrame rgb = TestFrame.Make(rows, columns, 3, 8, false, (x, y, component) => 60 + (component * 40) + (int)(50 * Math.Sin((x + y) / 20.0)));
            TestFrame ybr = TestFrame.Make(rows, columns, 3, 8, false, (x, y, component) => Ybr(rgb, x, y, component));
            ybr = ybr with { Format = ybr.Format with { PhotometricInterpretation = "YBR_FULL" } };
            foreach (TestFrame frame in new[] { rgb, ybr })
            {
                var encoder = new JpegDctEncoder(isExtended: false);
                EncodedFormat described = encoder.Describe(frame.Format, options);
                Assert.Equal((interpretation, 0, "ISO_10918_1"), (described.PhotometricInterpretation, described.PlanarConfiguration, described.LossyMethod));
                byte[] encoded = Encode(encoder, frame, options), decoded = Decode(encoded, frame);
                Assert.Equal((byte)sampling, encoded[encoded.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFF, 0xC0]) + 11]);
                for (int i = 0; i < decoded.Length; i++) Assert.InRange(decoded[i], ybr.Samples[i] - 6, ybr.Samples[i] + 6);
            }
        }
    }

    [Fact]
    public void The_tables_of_a_frame_make_it_smaller_than_those_of_the_standard()
    {
        TestFrame frame = TestFrame.Make(300, 300, 1, 8, false, (x, y, _) => (int)(128 + (60 * Math.Sin(x / 9.0)) + (50 * Math.Cos(y * x / 900.0))));
        int own = Encode(new JpegDctEncoder(isExtended: false), frame, FrameEncodingOptions.Default).Length, standard = 0;
        var source = new DctSource { Samples = frame.Samples, Width = 300, Height = 300, Components = 1, Quality = 90 };
        DctCodestream.Encode(source, [], bytes => standard += bytes.Count);
        Assert.InRange(own, 1, standard * 95 / 100);
    }

    [Fact]
    public void Samples_of_12_bits_are_extended_and_bits_above_are_left_out()
    {
        TestFrame frame = TestFrame.Make(20, 20, 1, 12, false, (x, y, _) => x * y * 10);
        byte[] marked = (byte[])frame.Samples.Clone();
        for (int i = 1; i < marked.Length; i += 2) marked[i] |= 0xF0;
        byte[] encoded = Encode(new JpegDctEncoder(isExtended: true), frame, FrameEncodingOptions.Default);
        Assert.Equal(encoded, Encode(new JpegDctEncoder(isExtended: true), frame with { Samples = marked }, FrameEncodingOptions.Default));
        int start = encoded.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFF, 0xC1]);
        Assert.Equal([0, 11, 12, 0, 20, 0, 20, 1, 1, 0x11, 0], encoded[(start + 2)..(start + 13)]);
    }

    [Theory]
    [InlineData(false, "MONOCHROME2", 1, 16, 12, false, "Bits Allocated")]
    [InlineData(false, "MONOCHROME2", 1, 8, 7, false, "Bits Stored")]
    [InlineData(false, "MONOCHROME2", 1, 8, 8, true, "unsigned")]
    [InlineData(false, "PALETTE COLOR", 1, 8, 8, false, "PALETTE COLOR")]
    [InlineData(false, "YBR_FULL_422", 3, 8, 8, false, "YBR_FULL_422")]
    [InlineData(true, "MONOCHROME2", 1, 16, 10, false, "Bits Stored")]
    [InlineData(true, "MONOCHROME2", 1, 16, 16, false, "Bits Stored")]
    [InlineData(true, "MONOCHROME1", 1, 16, 12, true, "unsigned")]
    [InlineData(true, "RGB", 3, 8, 8, false, "Photometric Interpretation")]
    public void What_the_standard_forbids_is_refused(
        bool isExtended, string interpretation, int samples, int allocated, int stored, bool isSigned, string message) =>
        EncoderRefusal.Check(new JpegDctEncoder(isExtended), interpretation, samples, allocated, stored, isSigned, message);

    [Theory]
    [InlineData(0)]
    [InlineData(101)]
    public void A_quality_beyond_the_scale_is_refused(int quality) => EncoderRefusal.Check(
        new JpegDctEncoder(isExtended: false), TestFrame.Make(2, 2, 1, 8, false, (_, _, _) => 1).Format, new FrameEncodingOptions { Quality = quality }, "1 to 100");

    private static int Ybr(TestFrame rgb, int x, int y, int component)
    {
        int place = ((y * rgb.Format.Shape.Columns) + x) * 3;
        double red = rgb.Samples[place], green = rgb.Samples[place + 1], blue = rgb.Samples[place + 2];
        return (int)Math.Round(component switch
        {
            0 => (0.299 * red) + (0.587 * green) + (0.114 * blue),
            1 => 128 + (-0.168736 * red) - (0.331264 * green) + (0.5 * blue),
            _ => 128 + (0.5 * red) - (0.418688 * green) - (0.081312 * blue),
        });
    }

    private static byte[] Encode(JpegDctEncoder encoder, TestFrame frame, FrameEncodingOptions options)
    {
        var target = new EncodedBytes();
        encoder.Encode(frame.Samples, frame.Format, options, target);
        return target.Memory.ToArray();
    }

    private static byte[] Decode(byte[] encoded, TestFrame frame)
    {
        byte[] decoded = new byte[frame.Samples.Length];
        var warnings = new List<string>();
        new JpegDecoder().Decode(encoded, frame.Format.Shape, decoded, warnings);
        Assert.Empty(warnings);
        return decoded;
    }
}
