using PSDicom.Codecs;
using PSDicom.Codecs.Jpeg;

namespace PSDicom.Core.Tests.Codecs.Jpeg;

public class JpegLosslessEncoderTests
{
    public static TheoryData<int, int, bool> Formats()
    {
        var formats = new TheoryData<int, int, bool>();
        for (int bits = 1; bits <= 16; bits++)
        {
            formats.Add(1, bits, false);
            formats.Add(1, bits, true);
            formats.Add(3, bits, false);
        }

        return formats;
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Samples_come_back(int samples, int bits, bool isSigned)
    {
        foreach (TestFrame frame in TestFrame.All(samples, bits, isSigned))
        {
            Assert.Equal(frame.WithoutSign, Decode(Encode(frame), frame));
            Assert.Equal(frame.WithoutSign, Decode(Encode(frame, isFirstOrder: false), frame));
        }
    }

    [Fact]
    public void Each_frame_has_the_best_predictor()
    {
        var random = new Random(5);
        int[] noise = [.. Enumerable.Range(0, 200).Select(_ => random.Next(4096))];
        int[,] smooth = new int[80, 200];
        for (int y = 0; y < 80; y++)
        {
            for (int x = 0; x < 200; x++)
            {
                smooth[y, x] = (y, x) switch
                {
                    (0, 0) => 30000,
                    (0, _) => smooth[0, x - 1] + random.Next(-300, 301),
                    (_, 0) => smooth[y - 1, 0] + random.Next(-300, 301),
                    _ => (((smooth[y, x - 1] + smooth[y - 1, x]) >> 1) + random.Next(-3, 4)) & 0xFFFF,
                };
            }
        }

        Assert.Equal(1, PredictorOf((x, y, _) => (noise[y] * 8) + random.Next(3)));
        Assert.Equal(2, PredictorOf((x, _, _) => (noise[x] * 8) + random.Next(3)));
        Assert.Equal(3, PredictorOf((x, y, _) => noise[(x - y + 200) % 200] * 16));
        Assert.Equal(4, PredictorOf((x, y, _) => noise[x] + (noise[y] * 8)));
        Assert.Equal(7, PredictorOf((x, y, _) => smooth[y, x]));

        static int PredictorOf(Func<int, int, int, int> content)
        {
            TestFrame frame = TestFrame.Make(80, 200, 1, 16, false, content);
            byte[] encoded = Encode(frame, isFirstOrder: false);
            Assert.Equal(frame.Samples, Decode(encoded, frame));
            Assert.True(encoded.Length <= Encode(frame).Length);
            return encoded[encoded.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFF, 0xDA]) + 7];
        }
    }

    [Fact]
    public void The_difference_32768_has_no_additional_bits()
    {
        TestFrame frame = TestFrame.Make(4, 64, 1, 16, false, (x, _, _) => x % 2 == 0 ? 0 : 0x8000);
        byte[] encoded = Encode(frame);
        Assert.Equal(frame.Samples, Decode(encoded, frame));
        // Categories 0, after each first column, and 16: two codes of one or two bits.
        Assert.InRange(encoded.Length, 60, 60 + (4 * 64 * 2 / 8) + 40);
    }

    [Fact]
    public void The_header_has_the_precision_the_predictor_and_one_table()
    {
        byte[] encoded = Encode(TestFrame.Make(2, 3, 3, 8, false, (x, y, component) => x + y + component));
        Assert.Equal([0xFF, 0xD8, 0xFF, 0xC3, 0, 17, 8, 0, 2, 0, 3, 3, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0, 0xFF, 0xC4], encoded[..23]);
        int scan = 23 + (encoded[23] << 8) + encoded[24];
        Assert.Equal([0xFF, 0xDA, 0, 12, 3, 1, 0, 2, 0, 3, 0, 1, 0, 0], encoded[scan..(scan + 14)]);
        Assert.Equal([0xFF, 0xD9], encoded[^2..]);
    }

    [Theory]
    [InlineData("MONOCHROME2", 1, 32, 32, false, "Bits Allocated")]
    [InlineData("PALETTE COLOR", 1, 16, 16, true, "unsigned")]
    [InlineData("RGB", 3, 8, 8, true, "unsigned")]
    [InlineData("YBR_FULL_422", 3, 8, 8, false, "YBR_FULL_422")]
    [InlineData("MONOCHROME1", 1, 16, 17, false, "Bits Stored")]
    public void What_the_standard_forbids_is_refused(string interpretation, int samples, int allocated, int stored, bool isSigned, string message) =>
        EncoderRefusal.Check(new JpegLosslessEncoder(isFirstOrder: true), interpretation, samples, allocated, stored, isSigned, message);

    private static byte[] Encode(TestFrame frame, bool isFirstOrder = true)
    {
        var target = new EncodedBytes();
        new JpegLosslessEncoder(isFirstOrder).Encode(frame.Samples, frame.Format, FrameEncodingOptions.Default, target);
        return target.Memory.ToArray();
    }

    private static byte[] Decode(byte[] encoded, TestFrame frame)
    {
        var decoder = new JpegDecoder();
        Assert.Equal(Math.Max(2, frame.Format.BitsStored), decoder.Inspect(encoded).BitsPerSample);
        byte[] decoded = new byte[frame.Samples.Length];
        var warnings = new List<string>();
        decoder.Decode(encoded, frame.Format.Shape, decoded, warnings);
        Assert.Empty(warnings);
        return decoded;
    }
}
