using PSDicom.Core.Tests.Frames;
using PSDicom.Frames;

namespace PSDicom.Core.Tests.Rendering;

public class RgbConversionTests
{
    [Fact]
    public void YBR_of_12_bits_is_made_RGB_over_12_bits()
    {
        // Y 1000, Cb 2048 + 500, Cr 2048 - 300: R = 1000 - 420.6, G = 1000 - 172.07 + 214.24, B = 1000 + 886.
        DatasetBuilder dataset = new DatasetBuilder().Describe(1, 1, 16, 12, samples: 3, photometric: "YBR_FULL").With(FrameImage.PixelData, "OW", 1000, 2548, 1748);
        Assert.Equal(new ushort[] { 579, 1042, 1886 }, AsRgb(dataset).GetPixels());
    }

    [Fact]
    public void YBR_of_16_bits_is_kept_within_its_range()
    {
        DatasetBuilder dataset = new DatasetBuilder().Describe(1, 2, 16, samples: 3, photometric: "YBR_FULL").With(FrameImage.PixelData, "OW", 65535, 65535, 0, 0, 0, 65535);

        // Of the first pixel green is 65535 - 0.344136 * 32767 + 0.714136 * 32768; of the second, 0.344136 * 32768 - 0.714136 * 32767.
        Assert.Equal(new ushort[] { 19595, 65535, 65535, 45939, 0, 0 }, AsRgb(dataset).GetPixels());
    }

    [Fact]
    public void Of_YBR_with_4_2_0_four_pixels_share_a_color()
    {
        // 16 and 235 are black and white; then a column pair with Cr 240: R = 1.164 * (81 - 16) + 1.596 * 112, and so on.
        DatasetBuilder dataset = new DatasetBuilder().Describe(2, 4, 8, samples: 3, photometric: "YBR_PARTIAL_420")
            .WithValue(FrameImage.PixelData, "OB", 16, 235, 128, 128, 81, 81, 90, 240, 126, 16, 81, 81);
        DicomFrame frame = AsRgb(dataset);
        Assert.Equal(["0 0 0", "255 255 255", "254 0 0", "254 0 0", "128 128 128", "0 0 0", "254 0 0", "254 0 0"], Pixels(frame));
        Assert.Equal("RGB", frame.PhotometricInterpretation);
    }

    [Fact]
    public void Rows_of_4_2_0_go_on_with_colors_of_their_own()
    {
        DatasetBuilder dataset = new DatasetBuilder().Describe(4, 2, 16, samples: 3, photometric: "YBR_PARTIAL_420")
            .With(FrameImage.PixelData, "OW", 1, 2, 100, 101, 3, 4, 5, 6, 200, 201, 7, 8);
        DicomFrame frame = Assert.Single(FrameReader.Read(DicomFile.Open(dataset.ToFile()), null, null, CancellationToken.None));
        Assert.Equal(
            ["1 100 101", "2 100 101", "3 100 101", "4 100 101", "5 200 201", "6 200 201", "7 200 201", "8 200 201"], Pixels(frame));
    }

    [Theory]
    [InlineData("YBR_ICT")]
    [InlineData("YBR_RCT")]
    public void Names_left_over_from_JPEG_2000_stand_for_RGB(string photometric)
    {
        DicomFrame frame = AsRgb(new DatasetBuilder().Describe(1, 1, 8, samples: 3, photometric: photometric).WithValue(FrameImage.PixelData, "OB", 1, 2, 3, 0));
        Assert.Equal(new byte[] { 1, 2, 3 }, frame.GetPixels());
        Assert.Equal("RGB", frame.PhotometricInterpretation);
    }

    [Theory]
    [InlineData("CMYK", new byte[] { 10, 20, 250, 5 }, new byte[] { 240, 230, 0 })]
    [InlineData("ARGB", new byte[] { 10, 20, 250, 5 }, new byte[] { 20, 250, 5 })]
    [InlineData("HSV", new byte[] { 99, 0, 77 }, new byte[] { 77, 77, 77 })]
    [InlineData("HSV", new byte[] { 0, 255, 200 }, new byte[] { 200, 0, 0 })]
    [InlineData("HSV", new byte[] { 64, 255, 200 }, new byte[] { 100, 200, 0 })]
    [InlineData("HSV", new byte[] { 128, 51, 100 }, new byte[] { 80, 100, 100 })]
    [InlineData("HSV", new byte[] { 192, 255, 200 }, new byte[] { 100, 0, 200 })]
    public void Color_spaces_of_old_are_made_RGB(string photometric, byte[] pixel, byte[] expected)
    {
        DatasetBuilder dataset = new DatasetBuilder().Describe(1, 1, 8, samples: pixel.Length, photometric: photometric).WithValue(FrameImage.PixelData, "OB", pixel);
        DicomFrame frame = AsRgb(dataset);
        Assert.Equal(expected, frame.GetPixels());
        Assert.Equal((3, "RGB"), (frame.SamplesPerPixel, frame.PhotometricInterpretation));
    }

    [Theory]
    [InlineData("CMYK", 4)]
    [InlineData("YBR_FULL", 3)]
    public void Colors_of_32_bits_are_an_error(string photometric, int samples)
    {
        DatasetBuilder dataset = new DatasetBuilder().Describe(1, 1, 32, samples: samples, photometric: photometric).WithValue(FrameImage.PixelData, "OW", new byte[samples * 4]);
        Assert.Equal(DicomErrorReason.InvalidPixelData, Assert.Throws<DicomException>(() => AsRgb(dataset)).Reason);
    }

    private static IEnumerable<string> Pixels(DicomFrame frame) =>
        frame.GetPixels().Cast<object>().Chunk(3).Select(pixel => string.Join(' ', pixel));

    private static DicomFrame AsRgb(DatasetBuilder dataset) =>
        Assert.Single(FrameReader.Read(DicomFile.Open(dataset.ToFile()), null, new FrameReadOptions { AsRgb = true }, CancellationToken.None));
}
