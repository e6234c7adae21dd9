using PSDicom.Core.Tests.Codecs.Jpeg;
using PSDicom.Pixels;

namespace PSDicom.Core.Tests.Pictures.Jpeg;

public class JpegHeaderTests
{
    [Fact]
    public void The_header_is_baseline_and_JFIF()
    {
        byte[] grey = JpegWriterTests.Write(TestPictures.Flat(300, 5, 1), 90);
        byte[] color = JpegWriterTests.Write(TestPictures.Flat(300, 5, 1, 2, 3), 90);
        Assert.Equal([0xFF, 0xD8, 0xFF, 0xE0, 0, 16, (byte)'J', (byte)'F', (byte)'I', (byte)'F', 0, 1, 2], grey[..13]);
        AssertSegment(grey, 0xC0, [8, 0, 5, 1, 44, 1, 1, 0x11, 0]);
        AssertSegment(color, 0xC0, [8, 0, 5, 1, 44, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1]);
        AssertSegment(color, 0xDA, [3, 1, 0x00, 2, 0x11, 3, 0x11, 0, 63, 0]);
        byte[] full = JpegWriterTests.Write(TestPictures.Flat(9, 9, 1, 2, 3), 90, fullChroma: true);
        AssertSegment(full, 0xC0, [8, 0, 9, 0, 9, 3, 1, 0x11, 0, 2, 0x11, 1, 3, 0x11, 1]);

        static void AssertSegment(byte[] file, int marker, byte[] parameters)
        {
            int at = JpegStream.Find(file, marker);
            Assert.Equal([0, (byte)(parameters.Length + 2), .. parameters], file[(at + 2)..(at + 4 + parameters.Length)]);
        }
    }

    [Theory]
    // 10 and 4 pixels per cm.
    [InlineData(1.0, 2.5, 2, 10, 4)]
    [InlineData(0.1, 0.1, 2, 100, 100)]
    // 14.3 per cm would be 2% wrong, 36.3 per inch are not.
    [InlineData(0.7, 0.7, 1, 36, 36)]
    // With few pixels per unit, only the aspect ratio is written.
    [InlineData(4.8, 4.8, 0, 1, 1)]
    [InlineData(30.0, 60.0, 0, 10000, 5000)]
    [InlineData(0.00001, 0.00001, 0, 1, 1)]
    [InlineData(0.00001, 4.0, 0, 10000, 1)]
    [InlineData(null, null, 0, 1, 1)]
    [InlineData(0.5, null, 0, 1, 1)]
    [InlineData(0.0, 0.5, 0, 1, 1)]
    [InlineData(double.NaN, 0.5, 0, 1, 1)]
    [InlineData(double.PositiveInfinity, 0.5, 0, 1, 1)]
    public void The_header_tells_the_density_of_pixels(double? width, double? height, int unit, int horizontal, int vertical)
    {
        var picture = new Picture(new byte[4]) { Width = 2, Height = 2, SamplesPerPixel = 1, PixelWidth = width, PixelHeight = height };
        byte[] file = JpegWriterTests.Write(picture, 90);
        Assert.Equal((unit, horizontal, vertical), (file[13], (file[14] << 8) | file[15], (file[16] << 8) | file[17]));
    }
}
