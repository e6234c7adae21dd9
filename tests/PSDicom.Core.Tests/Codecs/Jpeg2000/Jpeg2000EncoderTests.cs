using System.Buffers.Binary;
using PSDicom.Codecs;
using PSDicom.Codecs.Jpeg2000;
using PSDicom.Threading;

namespace PSDicom.Core.Tests.Codecs.Jpeg2000;

public class Jpeg2000EncoderTests
{
    private const string Lossless = "1.2.840.10008.1.2.4.90", Lossy = "1.2.840.10008.1.2.4.91";
    private const string HighThroughput = "1.2.840.10008.1.2.4.201", ByResolution = "1.2.840.10008.1.2.4.202", HighThroughputLossy = "1.2.840.10008.1.2.4.203";

    private const int SizeMarker = 0xFF51, CapabilitiesMarker = 0xFF50, StyleMarker = 0xFF52, LengthsMarker = 0xFF55, TilePartMarker = 0xFF90;

    [Theory]
    [InlineData(1, 1, false)]
    [InlineData(1, 2, true)]
    [InlineData(1, 3, false)]
    [InlineData(1, 7, true)]
    [InlineData(1, 8, false)]
    [InlineData(1, 8, true)]
    [InlineData(1, 10, false)]
    [InlineData(1, 12, true)]
    [InlineData(1, 13, false)]
    [InlineData(1, 16, false)]
    [InlineData(1, 16, true)]
    [InlineData(3, 8, false)]
    [InlineData(3, 12, false)]
    [InlineData(3, 16, false)]
    public void Samples_come_back(int samples, int bits, bool isSigned)
    {
        foreach (string syntax in new[] { Lossless, HighThroughput, ByResolution })
        {
            foreach (TestFrame frame in TestFrame.All(samples, bits, isSigned)) Assert.Equal(frame.Samples, Decode(Encode(syntax, frame), frame));
        }
    }

    [Theory]
    [InlineData(Lossless)]
    [InlineData(HighThroughput)]
    public void Samples_of_32_bits_come_back(string syntax)
    {
        var random = new Random(24);
        byte[] bytes = new byte[70 * 90 * 4];
        for (int i = 0; i < bytes.Length; i += 4) BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(i), random.Next(-1 << 23, 1 << 23));
        var format = new FrameFormat
        {
            Shape = new FrameShape(70, 90, 1, 4), BitsAllocated = 32, BitsStored = 24, IsSigned = true, PhotometricInterpretation = "MONOCHROME2",
        };
        var frame = new TestFrame(format, bytes);
        Assert.Equal(bytes, Decode(Encode(syntax, frame), frame));
    }

    [Fact]
    public void Bits_above_those_stored_are_ignored()
    {
        TestFrame frame = TestFrame.Make(20, 30, 1, 12, true, (x, y, _) => (x * 50) - (y * 90));
        byte[] changed = [.. frame.Samples];
        for (int i = 1; i < changed.Length; i += 2) changed[i] ^= 0xF0;
        Assert.Equal(Encode(Lossless, frame), Encode(Lossless, frame with { Samples = changed }));
    }

    [Theory]
    [InlineData(Lossless, null)]
    [InlineData(Lossy, null)]
    [InlineData(Lossy, 12.0)]
    [InlineData(HighThroughput, null)]
    [InlineData(ByResolution, null)]
    [InlineData(HighThroughputLossy, 12.0)]
    public void Threads_do_not_change_the_codestream(string syntax, double? ratio)
    {
        foreach (int samples in new[] { 1, 3 })
        {
            TestFrame frame = TestFrame.Make(301, 417, samples, 8, false, Content);
            var options = new FrameEncodingOptions { Ratio = ratio };
            using var threads = new FrameThreads(4, new Processors(4), samplesOfBand: 2000);
            Assert.Equal(Encode(syntax, frame, options), Encode(syntax, frame, options, threads));
        }
    }

    [Theory]
    [InlineData(0, null)]
    [InlineData(101, null)]
    [InlineData(90, 0.5)]
    [InlineData(90, double.NaN)]
    [InlineData(90, double.PositiveInfinity)]
    public void Options_out_of_range_are_refused(int quality, double? ratio)
    {
        FrameFormat format = TestFrame.Make(2, 2, 1, 8, false, Content).Format;
        var options = new FrameEncodingOptions { Quality = quality, Ratio = ratio };
        foreach (string syntax in new[] { Lossy, HighThroughputLossy })
            Assert.Equal(DicomErrorReason.PixelFormatNotAllowed, Assert.Throws<DicomException>(() => Find(syntax).Describe(format, options)).Reason);
    }

    [Theory]
    [InlineData(Lossless, 0, 0x0000)]
    [InlineData(HighThroughput, 0x40, 0x4000)]
    public void The_header_declares_the_block_coder(string syntax, int style, int capabilities)
    {
        Dictionary<int, List<byte[]>> segments = Segments(Encode(syntax, TestFrame.Make(64, 64, 3, 8, false, Content)));
        Assert.Equal(capabilities, BinaryPrimitives.ReadUInt16BigEndian(Assert.Single(segments[SizeMarker])));
        byte[] coding = Assert.Single(segments[StyleMarker]);
        // LRCP, one layer, a component transform, five levels, code-blocks of 64 x 64, reversible.
        Assert.Equal([0, 0, 0, 1, 1, 5, 4, 4, (byte)style, 1], coding);
        Assert.Equal(style != 0, segments.ContainsKey(CapabilitiesMarker));
        // Part 15; 8 bits, 2 by the wavelet, 1 by differences of colours and 1 of 2 guard bits are 12 bit-planes: 4 above 8.
        if (style != 0) Assert.Equal([0, 2, 0, 0, 0, 4], Assert.Single(segments[CapabilitiesMarker]));
    }

    [Fact]
    public void Irreversible_high_throughput_is_declared()
    {
        Dictionary<int, List<byte[]>> segments = Segments(Encode(HighThroughputLossy, TestFrame.Make(64, 64, 1, 8, false, Content)));
        Assert.Equal(0x20, Assert.Single(segments[CapabilitiesMarker])[5] & 0x20);
        Assert.Equal(0, Assert.Single(segments[StyleMarker])[9]);
    }

    [Theory]
    [InlineData(100, 300, 5)]
    [InlineData(33, 5000, 5)]
    [InlineData(2060, 2060, 6)]
    [InlineData(1, 9, 0)]
    public void Resolutions_follow_each_other_with_their_lengths(int rows, int columns, int levels)
    {
        byte[] stream = Encode(ByResolution, TestFrame.Make(rows, columns, 1, 8, false, (x, y, _) => x / 50 * y));
        Dictionary<int, List<byte[]>> segments = Segments(stream);
        byte[] coding = Assert.Single(segments[StyleMarker]), lengths = Assert.Single(segments[LengthsMarker]);
        Assert.Equal((2, levels), (coding[1], coding[5]));
        Assert.Equal(2 + (6 * (levels + 1)), lengths.Length);
        Assert.Equal([0, 0x60], lengths[..2]);
        List<byte[]> parts = segments[TilePartMarker];
        Assert.Equal(levels + 1, parts.Count);
        for (int i = 0; i < parts.Count; i++)
        {
            Assert.Equal(parts[i][2..6], lengths[(4 + (6 * i))..(8 + (6 * i))]);
            Assert.Equal([(byte)i, (byte)(levels + 1)], parts[i][6..]);
        }
    }

    [Theory]
    [InlineData(Lossy, 1, 8)]
    [InlineData(Lossy, 1, 16)]
    [InlineData(Lossy, 3, 8)]
    [InlineData(HighThroughputLossy, 1, 12)]
    [InlineData(HighThroughputLossy, 3, 8)]
    public void A_ratio_is_kept(string syntax, int samples, int bits)
    {
        TestFrame frame = TestFrame.Make(300, 400, samples, bits, false, (x, y, c) => Content(x, y, c) << (bits - 8));
        double last = double.MaxValue;
        foreach (double ratio in new[] { 8.0, 16, 40 })
        {
            byte[] stream = Encode(syntax, frame, new FrameEncodingOptions { Ratio = ratio });
            Assert.InRange(stream.Length, frame.Samples.Length / ratio * 0.9, frame.Samples.Length / ratio);
            double quality = Psnr(frame, Decode(stream, frame));
            Assert.InRange(quality, 20, last);
            last = quality;
        }
    }

    [Theory]
    [InlineData(Lossy, false)]
    [InlineData(Lossy, true)]
    [InlineData(HighThroughputLossy, false)]
    [InlineData(HighThroughputLossy, true)]
    public void Quality_is_that_of_the_samples(string syntax, bool isSigned)
    {
        foreach ((int quality, double least) in new[] { (100, 55.0), (90, 44.0), (50, 34.0), (1, 10.0) })
        {
            foreach (TestFrame frame in TestFrame.All(1, 8, isSigned))
            {
                byte[] decoded = Decode(Encode(syntax, frame, new FrameEncodingOptions { Quality = quality }), frame);
                Assert.InRange(Psnr(frame, decoded), least - 6, double.PositiveInfinity);
            }

            TestFrame color = TestFrame.Make(200, 300, 3, 8, false, Content);
            byte[] stream = Encode(syntax, color, new FrameEncodingOptions { Quality = quality });
            Assert.InRange(Psnr(color, Decode(stream, color)), least - 4, least + 20);
        }
    }

    [Theory]
    [InlineData(Lossy, 1000000.0)]
    [InlineData(HighThroughputLossy, 1000000.0)]
    [InlineData(Lossy, 1.01)]
    [InlineData(HighThroughputLossy, 1.01)]
    public void Ratios_out_of_reach_give_the_nearest(string syntax, double ratio)
    {
        foreach (TestFrame frame in TestFrame.All(1, 16, true))
        {
            byte[] decoded = Decode(Encode(syntax, frame, new FrameEncodingOptions { Ratio = ratio }), frame);
            if (ratio < 2 && frame.Format.Shape.Rows > 60) Assert.InRange(Psnr(frame, decoded), 60, double.PositiveInfinity);
        }
    }

    [Theory]
    [InlineData(Lossless, "RGB", "YBR_RCT", null)]
    [InlineData(Lossless, "YBR_FULL", "YBR_FULL", null)]
    [InlineData(HighThroughput, "RGB", "YBR_RCT", null)]
    [InlineData(Lossy, "RGB", "YBR_ICT", "ISO_15444_1")]
    [InlineData(HighThroughputLossy, "YBR_FULL", "YBR_FULL", "ISO_15444_15")]
    public void Attributes_of_the_data_set_are_told(string syntax, string from, string to, string? method)
    {
        FrameFormat format = TestFrame.Make(2, 2, 3, 8, false, Content).Format with { PhotometricInterpretation = from };
        EncodedFormat encoded = Find(syntax).Describe(format, FrameEncodingOptions.Default);
        Assert.Equal((to, 0, method), (encoded.PhotometricInterpretation, encoded.PlanarConfiguration, encoded.LossyMethod));
    }

    [Theory]
    [InlineData(Lossless, 1, 8, false, "HSV", 16)]
    [InlineData(Lossless, 3, 8, true, "RGB", 8)]
    [InlineData(Lossless, 1, 25, false, "MONOCHROME2", 32)]
    [InlineData(Lossless, 1, 1, false, "MONOCHROME2", 1)]
    [InlineData(Lossy, 1, 8, false, "PALETTE COLOR", 8)]
    [InlineData(Lossy, 1, 20, false, "MONOCHROME2", 32)]
    public void Other_pixel_data_are_refused(string syntax, int samples, int bits, bool isSigned, string interpretation, int allocated)
    {
        var format = new FrameFormat
        {
            Shape = new FrameShape(2, 2, samples, Math.Max(1, allocated / 8)), BitsAllocated = allocated, BitsStored = bits, IsSigned = isSigned,
            PhotometricInterpretation = interpretation,
        };
        DicomException refused = Assert.Throws<DicomException>(() => Find(syntax).Describe(format, FrameEncodingOptions.Default));
        Assert.Equal(DicomErrorReason.PixelFormatNotAllowed, refused.Reason);
    }

    [Fact]
    public void A_frame_follows_what_the_target_has()
    {
        TestFrame frame = TestFrame.Make(40, 50, 1, 8, false, Content);
        foreach (string syntax in new[] { Lossless, ByResolution, Lossy, HighThroughputLossy })
        {
            var options = new FrameEncodingOptions { Ratio = 10 };
            var target = new EncodedBytes();
            target.Write([1, 2, 3]);
            Find(syntax).Encode(frame.Samples, frame.Format, options, target);
            Assert.Equal([1, 2, 3, .. Encode(syntax, frame, options)], target.Memory.ToArray());
        }
    }

    private static int Content(int x, int y, int component)
    {
        uint noise = (uint)((x * 7919) ^ (y * 104_729) ^ (component * 1_299_709)) * 2_654_435_761u;
        return (int)(100 + (60 * Math.Sin((x + (component * 9)) / 31.0)) + (40 * Math.Cos(y / 23.0)) + (x > y ? 30 : 0) + (noise >> 29));
    }

    private static IFrameEncoder Find(string syntax) => EncoderRegistry.Find(DicomTransferSyntax.Find(syntax)!)!;

    private static byte[] Encode(string syntax, TestFrame frame, FrameEncodingOptions? options = null, FrameThreads? threads = null)
    {
        var target = new EncodedBytes();
        Find(syntax).Encode(frame.Samples, frame.Format, options ?? FrameEncodingOptions.Default, target, threads);
        return target.Memory.ToArray();
    }

    private static byte[] Decode(byte[] stream, TestFrame frame)
    {
        byte[] decoded = new byte[frame.Samples.Length];
        var warnings = new List<string>();
        new Jpeg2000Decoder().Decode(stream, frame.Format.Shape, decoded, warnings);
        Assert.Empty(warnings);
        return decoded;
    }

    private static double Psnr(TestFrame frame, byte[] decoded)
    {
        double sum = 0, highest = (1 << frame.Format.BitsStored) - 1;
        int size = frame.Format.Shape.BytesPerSample, count = decoded.Length / size;
        for (int i = 0; i < count; i++)
        {
            double difference = size == 1
                ? frame.Format.IsSigned ? (sbyte)frame.Samples[i] - (sbyte)decoded[i] : frame.Samples[i] - decoded[i]
                : frame.Format.IsSigned ? BitConverter.ToInt16(frame.Samples, 2 * i) - BitConverter.ToInt16(decoded, 2 * i)
                : BitConverter.ToUInt16(frame.Samples, 2 * i) - BitConverter.ToUInt16(decoded, 2 * i);
            sum += difference * difference;
        }

        return 10 * Math.Log10(highest * highest * count / sum);
    }

    /// <summary>The parameters of all marker segments, by marker.</summary>
    private static Dictionary<int, List<byte[]>> Segments(byte[] stream)
    {
        var segments = new Dictionary<int, List<byte[]>>();
        for (int at = 2; BinaryPrimitives.ReadUInt16BigEndian(stream.AsSpan(at)) is not 0xFFD9 and ushort marker;)
        {
            int length = BinaryPrimitives.ReadUInt16BigEndian(stream.AsSpan(at + 2));
            byte[] parameters = stream[(at + 4)..(at + 2 + length)];
            if (!segments.TryGetValue(marker, out List<byte[]>? found)) segments.Add(marker, found = []);
            found.Add(parameters);
            at += marker == TilePartMarker ? (int)BinaryPrimitives.ReadUInt32BigEndian(parameters.AsSpan(2)) : 2 + length;
        }

        return segments;
    }
}
