using PSDicom.Codecs.Jpeg.Encoding;

namespace PSDicom.Core.Tests.Codecs.Jpeg.Encoding;

public unsafe class YCbCrLinesTests
{
    [Fact]
    public void Color_is_converted_by_the_equations_of_JFIF()
    {
        // Corners of the cube, greys, and by chance; all places in a vector.
        var random = new Random(1);
        byte[] rgb = new byte[3 * 4096];
        random.NextBytes(rgb);
        for (int i = 0; i < 8 * 33; i++)
        {
            for (int sample = 0; sample < 3; sample++) rgb[(3 * i) + sample] = (byte)(((i % 8) >> sample) % 2 * 255);
        }

        for (int i = 300; i < 556; i++) rgb.AsSpan(3 * i, 3).Fill((byte)(i - 300));
        foreach (int count in new[] { 1, 31, 32, 33, 34, 35, 65, 66, 67, 4095, 4096 })
        {
            byte[][] planes = Convert(rgb, count);
            for (int i = 0; i < count; i++)
            {
                double red = rgb[3 * i], green = rgb[(3 * i) + 1], blue = rgb[(3 * i) + 2];
                double y = (0.299 * red) + (0.587 * green) + (0.114 * blue);
                Assert.InRange(planes[0][i] - y, -0.51, 0.51);
                Assert.InRange(planes[1][i] - Math.Min(255, 128 + ((blue - y) / 1.772)), -0.51, 0.51);
                Assert.InRange(planes[2][i] - Math.Min(255, 128 + ((red - y) / 1.402)), -0.51, 0.51);
            }
        }
    }

    [Fact]
    public void Grey_has_no_color()
    {
        byte[] rgb = Enumerable.Range(0, 3 * 256).Select(i => (byte)(i / 3)).ToArray();
        byte[][] planes = Convert(rgb, 256);
        Assert.Equal(Enumerable.Range(0, 256).Select(i => (byte)i), planes[0]);
        Assert.All(planes[1].Concat(planes[2]), value => Assert.Equal(128, value));
    }

    [Fact]
    public void Half_of_the_resolution_is_the_mean_of_four()
    {
        var random = new Random(2);
        byte[] upper = new byte[400], lower = new byte[400];
        random.NextBytes(upper);
        random.NextBytes(lower);
        upper.AsSpan(0, 70).Fill(255);
        lower.AsSpan(0, 70).Fill(255);
        foreach (int count in new[] { 1, 31, 32, 33, 64, 200 })
        {
            byte[] means = new byte[count];
            fixed (byte* upperLine = upper, lowerLine = lower, target = means) YCbCrLines.Halve(upperLine, lowerLine, target, count);
            for (int i = 0; i < count; i++)
            {
                int sum = upper[2 * i] + upper[(2 * i) + 1] + lower[2 * i] + lower[(2 * i) + 1];
                Assert.Equal((sum + 2) / 4, means[i]);
            }
        }
    }

    /// <summary>The planes, after a check that nothing was written beyond them.</summary>
    private static byte[][] Convert(byte[] rgb, int count)
    {
        byte[][] planes = [new byte[count + 8], new byte[count + 8], new byte[count + 8]];
        // The source is exactly as long as the requested samples.
        byte[] line = rgb[..(3 * count)];
        fixed (byte* source = line, y = planes[0], cb = planes[1], cr = planes[2]) YCbCrLines.ConvertToYCbCr(source, y, cb, cr, count);
        Assert.All(planes, plane => Assert.All(plane[count..], value => Assert.Equal(0, value)));
        return [.. planes.Select(plane => plane[..count])];
    }
}
