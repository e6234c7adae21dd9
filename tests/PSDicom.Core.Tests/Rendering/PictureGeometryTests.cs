using PSDicom.Pixels;
using PSDicom.Rendering;
using PSDicom.Rendering.Geometry;

namespace PSDicom.Core.Tests.Rendering;

public class PictureGeometryTests
{
    [Fact]
    public void Without_options_the_picture_stays_as_it_is()
    {
        Picture picture = SampleImages.Grey(2, 1, 1, 2);
        Assert.Same(picture, PictureGeometry.Apply(picture, new RenderOptions(), 2));
        Assert.Same(picture, PictureGeometry.Apply(picture, new RenderOptions { Scale = 1 }, null));
    }

    [Fact]
    public void Smaller_is_the_average_of_what_is_covered()
    {
        Assert.Equal(new byte[] { 5, 25 }, Resize(SampleImages.Grey(4, 1, 0, 10, 20, 30), 2, 1).Pixels);
        Assert.Equal(new byte[] { 8 }, Resize(SampleImages.Grey(2, 2, 1, 7, 9, 14), 1, 1).Pixels);

        // Each covers a pixel and a half: (0 + 30 / 2) / 1.5 and (30 / 2 + 60) / 1.5.
        Assert.Equal(new byte[] { 10, 50 }, Resize(SampleImages.Grey(3, 1, 0, 30, 60), 2, 1).Pixels);
        Assert.Equal(new byte[] { 10, 50 }, Resize(SampleImages.Grey(1, 3, 0, 30, 60), 1, 2).Pixels);

        // Five to three: 0, 2/3 of 30; 1/3 of 30, 60, 1/3 of 90; 2/3 of 90, 120; all divided by 5/3.
        Assert.Equal(new byte[] { 12, 60, 108 }, Resize(SampleImages.Grey(5, 1, 0, 30, 60, 90, 120), 3, 1).Pixels);
    }

    [Fact]
    public void Samples_of_a_pixel_are_averaged_each_by_itself() =>
        Assert.Equal(new byte[] { 20, 30, 100 }, Resize(SampleImages.Rgb(2, 1, 10, 20, 0, 30, 40, 200), 1, 1).Pixels);

    [Fact]
    public void Words_keep_their_range() =>
        Assert.Equal(new ushort[] { 40001, 65535 }, Resize(SampleImages.Grey16(4, 1, 40000, 40001, 65535, 65535), 2, 1).Pixels);

    [Fact]
    public void Larger_is_bicubic()
    {
        // At a quarter the weights of Catmull and Rom are -0.0703, 0.8672, 0.2266 and -0.0234, and ends go on: 0, 0, 100, 100.
        // Before the first pixel it would be -7, behind the last one it is 107.
        Assert.Equal(new byte[] { 0, 20, 80, 107 }, Resize(SampleImages.Grey(2, 1, 0, 100), 4, 1).Pixels);
        Assert.Equal(new byte[] { 0, 52, 203, 255 }, Resize(SampleImages.Grey(1, 2, 0, 255), 1, 4).Pixels);
        Assert.Equal(new ushort[] { 0, 13312, 52223, 65535 }, Resize(SampleImages.Grey16(2, 1, 0, 65535), 4, 1).Pixels);
        Assert.Equal(new byte[] { 9, 9, 9 }, Resize(SampleImages.Grey(1, 1, 9), 3, 1).Pixels);
    }

    [Fact]
    public void Both_axes_are_on_their_own() =>
        // Rows of 5 and 25, and of 15 and 35, between which the quarters are 2 away, and the ends 0.7 beyond.
        Assert.Equal(
            new byte[] { 4, 24, 7, 27, 13, 33, 16, 36 },
            Resize(SampleImages.Grey(4, 2, 0, 10, 20, 30, 10, 20, 30, 40), 2, 4).Pixels);

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void An_even_area_stays_even(int samples)
    {
        foreach ((int width, int height) in new[] { (3, 200), (200, 3), (61, 59), (1, 1), (83, 97) })
        {
            var picture = new Picture(Enumerable.Repeat((ushort)51234, 83 * 97 * samples).ToArray()) { Width = 83, Height = 97, SamplesPerPixel = samples };
            var pixels = (ushort[])Resize(picture, width, height).Pixels;
            Assert.Equal(width * height * samples, pixels.Length);
            Assert.All(pixels, sample => Assert.Equal(51234, sample));
        }
    }

    [Theory]
    [InlineData(8, null, null, 1.0, 8, 4)]
    [InlineData(null, 8, null, 1.0, 16, 8)]
    [InlineData(8, null, null, 2.0, 8, 8)]
    [InlineData(null, 8, null, 2.0, 8, 8)]
    [InlineData(8, null, null, 0.5, 8, 2)]
    [InlineData(3, 7, null, 2.0, 3, 7)]
    [InlineData(null, null, 2.0, 1.0, 8, 4)]
    [InlineData(null, null, 1.0, 2.0, 4, 4)]
    [InlineData(null, null, 1.0, 0.5, 8, 2)]
    [InlineData(null, null, 0.5, 2.0, 2, 2)]
    [InlineData(null, null, 0.01, 1.0, 1, 1)]
    [InlineData(null, null, null, 2.0, 4, 2)]
    [InlineData(6, null, 9.0, 1.0, 6, 3)]
    public void Sizes_follow_from_what_is_given_and_the_shape_of_pixels(int? width, int? height, double? scale, double aspect, int expectedWidth, int expectedHeight)
    {
        var options = new RenderOptions { Width = width, Height = height, Scale = scale };
        Picture result = PictureGeometry.Apply(SampleImages.Grey(4, 2, new byte[8]), options, aspect);
        Assert.Equal((expectedWidth, expectedHeight, expectedWidth * expectedHeight), (result.Width, result.Height, result.Pixels.Length));
    }

    [Theory]
    [InlineData(DicomLimits.MaxPictureSide, 1, true)]
    [InlineData(DicomLimits.MaxPictureSide + 1, 1, false)]
    [InlineData(1, DicomLimits.MaxPictureSide + 1, false)]
    [InlineData((1 << 15) + 1, 1 << 15, false)] // one line more than 1 GiB
    public void A_picture_has_so_many_pixels_at_most(int width, int height, bool isMade)
    {
        Picture Resize() => PictureGeometry.Apply(SampleImages.Grey(1, 1, new byte[1]), new RenderOptions { Width = width, Height = height }, null);
        if (isMade) Assert.Equal((width, height), (Resize().Width, Resize().Height));
        else Assert.Equal(DicomErrorReason.PictureNotSupported, Assert.Throws<DicomException>(() => Resize()).Reason);
    }

    [Theory]
    [InlineData(1e9)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(20000)]
    public void Sizes_without_measure_are_an_error(double scale)
    {
        var exception = Assert.Throws<DicomException>(() => PictureGeometry.Apply(SampleImages.Grey(2, 2, new byte[4]), new RenderOptions { Scale = scale }, null));
        Assert.Equal(DicomErrorReason.PictureNotSupported, exception.Reason);
    }

    [Fact]
    public void Sizes_that_are_none_are_a_mistake_of_the_caller()
    {
        Picture picture = SampleImages.Grey(1, 1, 1);
        Assert.Throws<ArgumentOutOfRangeException>(() => PictureGeometry.Apply(picture, new RenderOptions { Width = 0 }, null));
        Assert.Throws<ArgumentOutOfRangeException>(() => PictureGeometry.Apply(picture, new RenderOptions { Height = -1 }, null));
        Assert.Throws<ArgumentOutOfRangeException>(() => PictureGeometry.Apply(picture, new RenderOptions { Scale = double.NaN }, null));
        Assert.Throws<ArgumentOutOfRangeException>(() => PictureGeometry.Apply(picture, new RenderOptions { Rotate = 45 }, null));
    }

    [Theory]
    [InlineData(0, PictureFlip.Horizontal, new byte[] { 3, 2, 1, 6, 5, 4 })]
    [InlineData(0, PictureFlip.Vertical, new byte[] { 4, 5, 6, 1, 2, 3 })]
    [InlineData(0, PictureFlip.Both, new byte[] { 6, 5, 4, 3, 2, 1 })]
    [InlineData(90, PictureFlip.None, new byte[] { 4, 1, 5, 2, 6, 3 })]
    [InlineData(90, PictureFlip.Horizontal, new byte[] { 1, 4, 2, 5, 3, 6 })]
    [InlineData(90, PictureFlip.Vertical, new byte[] { 6, 3, 5, 2, 4, 1 })]
    [InlineData(180, PictureFlip.None, new byte[] { 6, 5, 4, 3, 2, 1 })]
    [InlineData(180, PictureFlip.Both, new byte[] { 1, 2, 3, 4, 5, 6 })]
    [InlineData(270, PictureFlip.None, new byte[] { 3, 6, 2, 5, 1, 4 })]
    [InlineData(270, PictureFlip.Horizontal, new byte[] { 6, 3, 5, 2, 4, 1 })]
    public void Pictures_are_turned_clockwise_then_mirrored(int degrees, PictureFlip flip, byte[] expected)
    {
        var options = new RenderOptions { Rotate = degrees, Flip = flip };
        Picture grey = PictureGeometry.Apply(SampleImages.Grey(3, 2, 1, 2, 3, 4, 5, 6), options, null);
        Assert.Equal(expected, grey.Pixels);
        Assert.Equal(degrees % 180 == 0 ? (3, 2) : (2, 3), (grey.Width, grey.Height));

        byte[] colors = [.. Enumerable.Range(1, 6).SelectMany(pixel => new[] { (byte)pixel, (byte)(pixel + 10), (byte)(pixel + 20) })];
        byte[] rgb = [.. expected.SelectMany(pixel => new[] { pixel, (byte)(pixel + 10), (byte)(pixel + 20) })];
        Assert.Equal(rgb, PictureGeometry.Apply(SampleImages.Rgb(3, 2, colors), options, null).Pixels);
    }

    [Theory]
    [InlineData(200, null, 0, 200, 100)]
    [InlineData(200, null, 90, 200, 400)]
    [InlineData(null, 200, 270, 100, 200)]
    [InlineData(30, 50, 90, 30, 50)]
    public void Width_and_height_are_those_of_the_turned_picture(int? width, int? height, int degrees, int expectedWidth, int expectedHeight)
    {
        // 40 x 20 pixels; turned by a quarter, 20 x 40.
        Picture picture = PictureGeometry.Apply(
            SampleImages.Grey(40, 20, new byte[800]), new RenderOptions { Width = width, Height = height, Rotate = degrees }, null);
        Assert.Equal((expectedWidth, expectedHeight), (picture.Width, picture.Height));
    }

    [Fact]
    public void A_large_picture_is_turned_in_blocks()
    {
        ushort[] pixels = [.. Enumerable.Range(0, 150 * 130).Select(i => (ushort)i)];
        var turned = (ushort[])PictureGeometry.Apply(SampleImages.Grey16(150, 130, pixels), new RenderOptions { Rotate = 90 }, null).Pixels;
        for (int y = 0; y < 150; y++)
        {
            for (int x = 0; x < 130; x++) Assert.Equal(pixels[((129 - x) * 150) + y], turned[(y * 130) + x]);
        }
    }

    [Fact]
    public void Sizes_of_pixels_follow()
    {
        var picture = new Picture(new byte[8]) { Width = 4, Height = 2, SamplesPerPixel = 1, PixelWidth = 0.5, PixelHeight = 1 };
        Picture resized = PictureGeometry.Apply(picture, new RenderOptions { Width = 8, Height = 1 }, 2);
        Assert.Equal((0.25, 2.0), (resized.PixelWidth, resized.PixelHeight));
        Picture turned = PictureGeometry.Apply(picture, new RenderOptions { Rotate = 270 }, 2);
        Assert.Equal((1.0, 0.5), (turned.PixelWidth, turned.PixelHeight));
        Assert.Null(PictureGeometry.Apply(SampleImages.Grey(1, 1, 1), new RenderOptions { Scale = 2 }, null).PixelWidth);
    }

    [Fact]
    public void Single_bits_stay_such_until_they_are_resized()
    {
        Picture picture = SampleImages.Bilevel(2, 1, 0, 255);
        Picture turned = PictureGeometry.Apply(picture, new RenderOptions { Rotate = 90, Flip = PictureFlip.Vertical }, null);
        Assert.True(turned.IsBilevel);
        Assert.Equal(new byte[] { 255, 0 }, turned.Pixels);
        Picture resized = PictureGeometry.Apply(picture, new RenderOptions { Width = 1 }, null);
        Assert.Equal((false, 8), (resized.IsBilevel, resized.BitDepth));
        Assert.Equal(new byte[] { 128 }, resized.Pixels);
    }

    private static Picture Resize(Picture picture, int width, int height) =>
        PictureGeometry.Apply(picture, new RenderOptions { Width = width, Height = height }, null);
}
