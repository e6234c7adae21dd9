using PSDicom.Codecs;
using PSDicom.Codecs.JpegLs;

namespace PSDicom.Core.Tests.Codecs.JpegLs;

/// <summary>Encoding and decoding restores samples for all parameters of a scan.</summary>
public class JpegLsScanTests
{
    public static TheoryData<int, int, int> Lossless()
    {
        var data = new TheoryData<int, int, int>();
        for (int bits = 2; bits <= 16; bits++) data.Add(bits, 1, 0);
        foreach (int bits in new[] { 2, 8, 12, 16 })
        {
            foreach (int components in new[] { 2, 3, 4 })
            {
                for (int interleave = 0; interleave <= 2; interleave++) data.Add(bits, components, interleave);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Lossless))]
    public void Lossless_samples_come_back(int bits, int components, int interleave)
    {
        int[][,] planes = SampleImages.Make(45, 64, components, (1 << bits) - 1);
        byte[] expected = SampleImages.Bytes(planes, bits > 8 ? 2 : 1);
        Assert.Equal(expected, JpegLsTesting.Decode(JpegLsStream.Image(planes, bits, interleave: interleave)));
        Assert.Equal(expected, SampleImages.Bytes(planes, bits > 8 ? 2 : 1));
    }

    [Theory]
    [InlineData(8, 1, 1, 0)]
    [InlineData(8, 3, 1, 2)]
    [InlineData(8, 3, 3, 1)]
    [InlineData(8, 2, 100, 0)]
    [InlineData(4, 1, 3, 0)]
    [InlineData(12, 1, 2, 0)]
    [InlineData(12, 3, 40, 2)]
    [InlineData(16, 1, 5, 0)]
    [InlineData(16, 4, 255, 1)]
    public void Near_lossless_samples_are_those_of_the_encoder(int bits, int components, int near, int interleave)
    {
        int[][,] originals = SampleImages.Make(45, 64, components, (1 << bits) - 1);
        int[][,] planes = SampleImages.Copy(originals);
        byte[] frame = JpegLsStream.Image(planes, bits, near, interleave);
        Assert.Equal(SampleImages.Bytes(planes, bits > 8 ? 2 : 1), JpegLsTesting.Decode(frame));
        Assert.NotEqual(SampleImages.Bytes(originals, 2), SampleImages.Bytes(planes, 2));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 300)]
    [InlineData(300, 1)]
    [InlineData(2, 2)]
    [InlineData(3, 5000)]
    public void Pictures_of_any_shape_come_back(int rows, int columns)
    {
        int[][,] planes = SampleImages.Make(rows, columns, 3, 255);
        for (int interleave = 0; interleave <= 2; interleave++)
            Assert.Equal(SampleImages.Bytes(planes, 1), JpegLsTesting.Decode(JpegLsStream.Image(planes, 8, interleave: interleave)));
    }

    [Fact]
    public void Samples_of_four_bytes_are_written()
    {
        int[][,] planes = SampleImages.Make(20, 30, 3, 4095);
        Assert.Equal(SampleImages.Bytes(planes, 4), JpegLsTesting.Decode(JpegLsStream.Image(planes, 12, interleave: 2), new FrameShape(20, 30, 3, 4)));
    }

    [Theory]
    [InlineData(255, 9, 9, 9, 31, 0)]
    [InlineData(255, 0, 0, 0, 3, 0)]
    [InlineData(200, 0, 0, 0, 0, 0)]
    [InlineData(200, 5, 0, 50, 255, 2)]
    [InlineData(1, 0, 0, 0, 0, 0)]
    [InlineData(5, 0, 0, 0, 0, 1)]
    [InlineData(0, 3, 3, 255, 0, 0)]
    public void Preset_parameters_are_followed(int maxValue, int t1, int t2, int t3, int reset, int near)
    {
        int[][,] planes = SampleImages.Make(45, 64, 1, maxValue == 0 ? 255 : maxValue);
        var preset = new PresetParameters(maxValue, t1, t2, t3, reset);
        byte[] frame = new JpegLsStream().Frame(8, 45, 64, 1).Preset(maxValue, t1, t2, t3, reset).Scan(planes, 8, near, preset: preset).End();
        Assert.Equal(SampleImages.Bytes(planes, 1), JpegLsTesting.Decode(frame));
    }

    [Theory]
    [InlineData(300, 0, 0, 0, 0)]
    [InlineData(255, 9, 8, 20, 64)]
    [InlineData(255, 3, 7, 300, 64)]
    [InlineData(255, 3, 7, 21, 2)]
    [InlineData(255, 3, 7, 21, 256)]
    public void Preset_parameters_that_contradict_are_an_error(int maxValue, int t1, int t2, int t3, int reset)
    {
        byte[] frame = new JpegLsStream().Frame(8, 4, 4, 1).Preset(maxValue, t1, t2, t3, reset).ScanHeader(1, 0, 0).Raw(1, 2, 3).End();
        Assert.Contains("not valid", JpegLsTesting.Refuse(frame), StringComparison.Ordinal);
    }

    [Fact]
    public void A_bias_beyond_its_limits_is_corrected_in_both_directions()
    {
        // Steady ramps drive the correction of contexts to the limits of C.
        var plane = new int[60, 200];
        for (int y = 0; y < 60; y++)
        {
            for (int x = 0; x < 200; x++) plane[y, x] = ((x * 150) + (y * 331) + (x * y)) & 0xFFFF;
        }

        Assert.Equal(SampleImages.Bytes([plane], 2), JpegLsTesting.Decode(JpegLsStream.Image([plane], 16)));
    }

    [Theory]
    [InlineData(13)]
    [InlineData(16)]
    public void Thresholds_of_Java_Advanced_Imaging_are_found_out(int bits)
    {
        int[][,] planes = SampleImages.Make(45, 64, 1, (1 << bits) - 1);
        byte[] frame = new JpegLsStream().Frame(bits, 45, 64, 1).Scan(planes, bits, rule: ThresholdRule.Unlimited).End();
        Assert.Equal(SampleImages.Bytes(planes, 2), JpegLsTesting.Decode(frame, "wrong default thresholds"));
    }

    [Theory]
    [InlineData(6)]
    [InlineData(7)]
    public void Thresholds_of_old_CharLS_are_found_out(int bits)
    {
        int[][,] planes = SampleImages.Make(45, 64, 3, (1 << bits) - 1);
        JpegLsStream stream = new JpegLsStream().Frame(bits, 45, 64, 3);
        for (int i = 0; i < 3; i++) stream.Scan([planes[i]], bits, first: i, rule: ThresholdRule.NeverScaledDown);
        Assert.Equal(SampleImages.Bytes(planes, 1), JpegLsTesting.Decode(stream.End(), "wrong default thresholds"));
    }
}
