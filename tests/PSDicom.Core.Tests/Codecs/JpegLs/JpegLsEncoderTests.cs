using PSDicom.Codecs;
using PSDicom.Codecs.JpegLs;

namespace PSDicom.Core.Tests.Codecs.JpegLs;

public class JpegLsEncoderTests
{
    public static TheoryData<int, int, bool> Formats()
    {
        var formats = new TheoryData<int, int, bool>();
        for (int bits = 2; bits <= 16; bits++)
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
        foreach (TestFrame frame in TestFrame.All(samples, bits, isSigned)) Assert.Equal(frame.WithoutSign, Decode(Encode(frame), frame));
    }

    [Theory]
    [InlineData(1, 2, true)]
    [InlineData(1, 3, false)]
    [InlineData(1, 7, true)]
    [InlineData(1, 8, false)]
    [InlineData(1, 8, true)]
    [InlineData(1, 12, false)]
    [InlineData(1, 16, false)]
    [InlineData(1, 16, true)]
    [InlineData(3, 8, false)]
    [InlineData(3, 13, false)]
    public void Samples_change_by_no_more_than_asked_for(int samples, int bits, bool isSigned)
    {
        int max = (1 << bits) - 1;
        foreach (int near in new[] { 1, 2, 5, Math.Min(max / 2, 255) }.Where(near => near <= max / 2).Distinct())
        {
            foreach (TestFrame frame in TestFrame.All(samples, bits, isSigned))
            {
                byte[] decoded = Decode(Encode(frame, near), frame);
                for (int i = 0; i < decoded.Length; i += frame.Format.Shape.BytesPerSample)
                    Assert.InRange(frame.SampleAt(decoded, i) - frame.SampleAt(frame.Samples, i), -near, near);
            }
        }
    }

    /// <summary>Padding of -32768, next to which 32767 is in unsigned arithmetic.</summary>
    [Fact]
    public void Samples_at_an_end_of_the_signed_range_stay_there()
    {
        TestFrame padded = TestFrame.Make(40, 40, 1, 16, true, (x, y, _) => y < 20 ? short.MinValue : x < 20 ? short.MaxValue - (y % 2) : 1000 + (x * y));
        for (int near = 1; near < 8; near++)
        {
            byte[] decoded = Decode(Encode(padded, near), padded);
            for (int i = 0; i < decoded.Length; i += 2) Assert.InRange(padded.SampleAt(decoded, i) - padded.SampleAt(padded.Samples, i), -near, near);
        }

        Assert.True(Encode(padded, near: 4).Length < Encode(padded).Length);
    }

    [Fact]
    public void Bits_above_Bits_Stored_are_left_out()
    {
        TestFrame frame = TestFrame.Make(9, 9, 1, 12, false, (x, y, _) => x * y * 40);
        byte[] marked = (byte[])frame.Samples.Clone();
        for (int i = 1; i < marked.Length; i += 2) marked[i] |= 0xA0;
        Assert.Equal(Encode(frame), Encode(frame with { Samples = marked }));
    }

    [Fact]
    public void Color_is_interleaved_by_line_and_parameters_are_the_defaults()
    {
        byte[] frame = Encode(TestFrame.Make(2, 3, 3, 8, false, (x, y, component) => x + y + component));
        Assert.Equal(
            [0xFF, 0xD8, 0xFF, 0xF7, 0, 17, 8, 0, 2, 0, 3, 3, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0, 0xFF, 0xDA, 0, 12, 3, 1, 0, 2, 0, 3, 0, 0, 1, 0],
            frame[..35]);
        Assert.Equal([0xFF, 0xD9], frame[^2..]);
        Assert.Equal([0xFF, 0xDA, 0, 8, 1, 1, 0, 2, 0, 0], Encode(TestFrame.Make(2, 3, 1, 8, false, (x, _, _) => x), near: 2)[15..25]);
    }

    /// <summary>The encoder of the tests, which was written from the standard for the decoder, gives the same bytes.</summary>
    [Theory]
    [InlineData(1, 5, 0)]
    [InlineData(1, 8, 0)]
    [InlineData(1, 12, 0)]
    [InlineData(1, 16, 0)]
    [InlineData(3, 8, 0)]
    [InlineData(1, 8, 3)]
    [InlineData(3, 16, 7)]
    public void Another_encoder_writes_the_same_bits(int samples, int bits, int near)
    {
        int[][,] planes = SampleImages.Make(50, 70, samples, (1 << bits) - 1);
        TestFrame frame = TestFrame.Make(50, 70, samples, bits, false, (x, y, component) => planes[component][y, x]);
        int interleave = samples == 1 ? 0 : 1;
        JpegLsStream expected = new JpegLsStream().Frame(bits, 50, 70, samples);
        // Some decoders have other default parameters for fewer than 8 or more than 12 bits.
        JpegLsCodingParameters defaults = JpegLsCodingParameters.Create(default, bits, near, ThresholdRule.Standard, 0);
        if (bits is < 8 or > 12) expected.Preset(defaults.MaxValue, defaults.T1, defaults.T2, defaults.T3, 64);
        Assert.Equal(expected.Scan(SampleImages.Copy(planes), bits, near, interleave).End(), Encode(frame, near));
    }

    [Theory]
    [InlineData("MONOCHROME2", 1, 32, 32, false, "Bits Allocated")]
    [InlineData("MONOCHROME2", 1, 8, 1, false, "Bits Stored")]
    [InlineData("PALETTE COLOR", 1, 8, 8, true, "unsigned")]
    [InlineData("YBR_FULL", 3, 16, 16, false, "Bits Allocated")]
    [InlineData("YBR_FULL_422", 3, 8, 8, false, "YBR_FULL_422")]
    [InlineData("RGB", 3, 8, 8, true, "unsigned")]
    public void What_the_standard_forbids_is_refused(string interpretation, int samples, int allocated, int stored, bool isSigned, string message) =>
        EncoderRefusal.Check(new JpegLsEncoder(isLossless: true), interpretation, samples, allocated, stored, isSigned, message);

    [Fact]
    public void Palettes_and_too_large_changes_are_refused_with_loss_only()
    {
        FrameFormat format = TestFrame.Make(2, 2, 1, 3, false, (_, _, _) => 1).Format, palette = format with { PhotometricInterpretation = "PALETTE COLOR" };
        Assert.Null(new JpegLsEncoder(isLossless: true).Describe(palette, FrameEncodingOptions.Default).LossyMethod);
        EncoderRefusal.Check(new JpegLsEncoder(isLossless: false), palette, FrameEncodingOptions.Default, "PALETTE COLOR");
        Assert.Equal("ISO_14495_1", new JpegLsEncoder(isLossless: false).Describe(format, new FrameEncodingOptions { NearLossless = 3 }).LossyMethod);
        Assert.Null(new JpegLsEncoder(isLossless: false).Describe(format, new FrameEncodingOptions { NearLossless = 0 }).LossyMethod);
        EncoderRefusal.Check(new JpegLsEncoder(isLossless: false), format, new FrameEncodingOptions { NearLossless = 4 }, "0 to 3, not by 4");
        EncoderRefusal.Check(new JpegLsEncoder(isLossless: false), format, new FrameEncodingOptions { NearLossless = -1 }, "0 to 3, not by -1");
    }

    private static byte[] Encode(TestFrame frame, int near = 0)
    {
        var target = new EncodedBytes();
        new JpegLsEncoder(near == 0).Encode(frame.Samples, frame.Format, new FrameEncodingOptions { NearLossless = near }, target);
        return target.Memory.ToArray();
    }

    private static byte[] Decode(byte[] encoded, TestFrame frame)
    {
        var decoder = new JpegLsDecoder();
        Assert.Equal(frame.Format.BitsStored, decoder.Inspect(encoded).BitsPerSample);
        byte[] decoded = new byte[frame.Samples.Length];
        var warnings = new List<string>();
        decoder.Decode(encoded, frame.Format.Shape, decoded, warnings);
        Assert.Empty(warnings);
        return decoded;
    }
}
