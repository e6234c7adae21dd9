using PSDicom.Codecs.Jpeg.Encoding;

namespace PSDicom.Core.Tests.Codecs.Jpeg.Encoding;

public class QuantizationTableTests
{
    [Fact]
    public void Quality_50_is_the_example_of_the_standard()
    {
        QuantizationTable[] tables = QuantizationTable.Make(50);
        Assert.Equal(new byte[] { 16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55 }, tables[0].Divisors[..16].ToArray());
        Assert.Equal(new byte[] { 72, 92, 95, 98, 112, 100, 103, 99 }, tables[0].Divisors[56..].ToArray());
        Assert.Equal(new byte[] { 17, 18, 24, 47, 99, 99, 99, 99, 18, 21, 26, 66, 99, 99, 99, 99 }, tables[1].Divisors[..16].ToArray());
    }

    // As cjpeg writes them.
    [Theory]
    [InlineData(1, new byte[] { 255, 255, 255, 255, 255, 255, 255, 255 }, new byte[] { 255, 255, 255, 255, 255, 255, 255, 255 })]
    [InlineData(10, new byte[] { 80, 55, 50, 80, 120, 200, 255, 255 }, new byte[] { 85, 90, 120, 235, 255, 255, 255, 255 })]
    [InlineData(75, new byte[] { 8, 6, 5, 8, 12, 20, 26, 31 }, new byte[] { 9, 9, 12, 24, 50, 50, 50, 50 })]
    [InlineData(90, new byte[] { 3, 2, 2, 3, 5, 8, 10, 12 }, new byte[] { 3, 4, 5, 9, 20, 20, 20, 20 })]
    [InlineData(100, new byte[] { 1, 1, 1, 1, 1, 1, 1, 1 }, new byte[] { 1, 1, 1, 1, 1, 1, 1, 1 })]
    public void Quality_scales_it_as_in_other_programs(int quality, byte[] luminance, byte[] chrominance)
    {
        QuantizationTable[] tables = QuantizationTable.Make(quality);
        Assert.Equal(luminance, tables[0].Divisors[..8].ToArray());
        Assert.Equal(chrominance, tables[1].Divisors[..8].ToArray());
    }
}
