using PSDicom.Pictures;
using PSDicom.Pixels;

namespace PSDicom.Core.Tests.Pictures.Gif;

public class GifWriterTests
{
    public static TheoryData<int, int> Sizes => new()
    {
        { 1, 1 }, { 2, 1 }, { 1, 3 }, { 7, 5 }, { 13, 1 }, { 255, 2 }, { 256, 3 }, { 65, 64 }, { 301, 211 },
    };

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Greys_are_kept(int width, int height)
    {
        Picture picture = SamplePictures.Grey8(width, height);
        GifReader file = new(Write(picture));
        Assert.Equal((width, height), (file.Width, file.Height));
        Assert.Equal(Colors(picture), Assert.Single(file.Frames).Colors);
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Single_bits_are_kept(int width, int height)
    {
        Picture picture = SamplePictures.Bilevel(width, height);
        Assert.Equal(Colors(picture), Assert.Single(new GifReader(Write(picture)).Frames).Colors);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(255)]
    [InlineData(256)]
    public void As_many_colors_as_a_table_has_are_kept(int count)
    {
        var random = new Random(count);
        byte[] colors = new byte[3 * count];
        random.NextBytes(colors);
        Picture picture = SamplePictures.Of(61, 47, 3, (x, y, s) => colors[3 * ((x + 61 * y) * 7 % count) + s]);
        Assert.Equal((byte[])picture.Pixels, Assert.Single(new GifReader(Write(picture)).Frames).Colors);
    }

    [Fact]
    public void Of_257_colors_the_two_nearest_become_one()
    {
        Picture picture = SamplePictures.Of(257, 1, 3, (x, _, s) => x == 256 ? (byte)(s == 0 ? 101 : 100) : s == 0 ? (byte)x : (byte)(x * 100 % 256));
        byte[] pixels = (byte[])picture.Pixels;
        (pixels[3], pixels[4], pixels[5]) = (100, 100, 100);
        byte[] read = Assert.Single(new GifReader(Write(picture)).Frames).Colors;
        int[] changed = [.. Enumerable.Range(0, 257).Where(x => !read.AsSpan(3 * x, 3).SequenceEqual(pixels.AsSpan(3 * x, 3)))];
        Assert.Equal([1], changed);
        Assert.Equal([101, 100, 100], read[3..6]);
    }

    [Fact]
    public void Random_pixels_fill_the_codes_again_and_again()
    {
        var random = new Random(5);
        Picture picture = SamplePictures.Of(199, 173, 1, (_, _, _) => (byte)random.Next(256));
        Assert.Equal(Colors(picture), Assert.Single(new GifReader(Write(picture)).Frames).Colors);
    }

    /// <summary>Code lengths grow and reset at each possible position of the end.</summary>
    [Fact]
    public void Pictures_of_every_length_are_kept()
    {
        for (int width = 1; width < 600; width++)
        {
            var random = new Random(width);
            Picture two = SamplePictures.Of(width, 1, 3, (_, _, s) => (byte)(random.Next(2) * 7 + s));
            Assert.Equal((byte[])two.Pixels, Assert.Single(new GifReader(Write(two)).Frames).Colors);
        }

        for (int width = 3830; width < 3850; width++)
        {
            var random = new Random(width);
            Picture noise = SamplePictures.Of(width, 1, 1, (_, _, _) => (byte)random.Next(256));
            Assert.Equal(Colors(noise), Assert.Single(new GifReader(Write(noise)).Frames).Colors);
        }
    }

    [Fact]
    public void Many_colors_come_out_near_what_they_were()
    {
        Picture picture = SamplePictures.Of(120, 80, 3, (x, y, s) => (byte)(s == 0 ? 2 * x : s == 1 ? 3 * y : (x + y) * (x + y) / 160));
        byte[] read = Assert.Single(new GifReader(Write(picture)).Frames).Colors;
        Assert.InRange(MeanSquare((byte[])picture.Pixels, read), 1, 60);
    }

    /// <summary>More colours than are counted exactly.</summary>
    [Fact]
    public void Colors_without_number_come_out_near_what_they_were()
    {
        var random = new Random(3);
        Picture picture = SamplePictures.Of(300, 300, 3, (_, _, _) => (byte)random.Next(256));
        byte[] read = Assert.Single(new GifReader(Write(picture)).Frames).Colors;
        Assert.InRange(MeanSquare((byte[])picture.Pixels, read), 1, 300);
    }

    [Fact]
    public void The_greys_of_a_picture_with_a_little_color_stay_close()
    {
        var random = new Random(3);
        Picture picture = SamplePictures.Of(256, 200, 3, (x, y, s) => y < 180 ? (byte)x : (byte)random.Next(256));
        byte[] read = Assert.Single(new GifReader(Write(picture)).Frames).Colors;
        for (int i = 0; i < 3 * 256 * 180; i++) Assert.InRange(read[i] - ((byte[])picture.Pixels)[i], -5, 5);
    }

    [Fact]
    public void A_single_picture_is_no_animation()
    {
        foreach (int? pages in new int?[] { null, 1 })
        {
            GifReader file = new(Write(new ImageWriteOptions { Pages = pages, FrameTimes = [TimeSpan.FromSeconds(1)] }, SamplePictures.Grey8(9, 9)));
            Assert.Null(file.Loops);
            Assert.Null(Assert.Single(file.Frames).Delay);
        }
    }

    [Fact]
    public void Three_hundred_pictures_are_an_animation_without_end()
    {
        Picture[] pictures = [.. Enumerable.Range(0, 300).Select(i => SamplePictures.Grey8(17, 11, i))];
        GifReader file = new(Write(new ImageWriteOptions { Pages = 300 }, pictures));
        Assert.Equal(0, file.Loops);
        Assert.Equal(pictures.Select(Colors), file.Frames.Select(frame => frame.Colors));
        Assert.All(file.Frames, frame => Assert.Equal((10, false), (frame.Delay, frame.HasOwnTable)));
    }

    [Fact]
    public void Pictures_of_other_colors_have_their_own()
    {
        Picture[] pictures = [.. Enumerable.Range(0, 3).Select(i => SamplePictures.Of(31, 5, 3, (x, _, s) => (byte)(s == i ? 8 * x : 0)))];
        GifReader file = new(Write(new ImageWriteOptions { Pages = 3 }, pictures));
        Assert.Equal([false, true, true], file.Frames.Select(frame => frame.HasOwnTable));
        Assert.Equal(pictures.Select(picture => (byte[])picture.Pixels), file.Frames.Select(frame => frame.Colors));
    }

    [Theory]
    [InlineData(1, 1, 0)]
    [InlineData(0.5, 0.5, 0)]
    [InlineData(1, 2, 17)]
    [InlineData(2, 1, 113)]
    [InlineData(1, 4, 1)]
    [InlineData(4, 1, 241)]
    [InlineData(1, 100, 1)]
    [InlineData(100, 1, 255)]
    [InlineData(1, 0, 0)]
    public void The_shape_of_pixels_is_told_if_they_are_not_square(double width, double height, int expected) =>
        Assert.Equal(expected, new GifReader(Write(SamplePictures.Grey8(3, 3).WithPixelSize(width, height))).AspectRatio);

    [Fact]
    public void What_is_not_8_bits_of_grey_or_color_is_refused()
    {
        Picture[] pictures =
        [
            SamplePictures.Grey16(2, 2), SamplePictures.Rgb16(2, 2), SamplePictures.Reals(2, 2),
            SamplePictures.Of(1, 1, 4, (_, _, _) => (byte)1), SamplePictures.Of(1, 1, 1, (_, _, _) => (sbyte)1),
        ];
        Assert.All(pictures, picture => Assert.Equal(
            DicomErrorReason.PictureNotSupported, Assert.Throws<DicomException>(() => Write(picture)).Reason));
    }

    [Fact]
    public void What_is_larger_than_GIF_can_tell_is_refused()
    {
        Assert.Equal(DicomErrorReason.PictureNotSupported, Assert.Throws<DicomException>(() => Write(Black(65536, 1))).Reason);
        Assert.Equal(DicomErrorReason.PictureNotSupported, Assert.Throws<DicomException>(() => Write(Black(1, 65536))).Reason);
        Assert.Equal(65535, new GifReader(Write(Black(65535, 1))).Width);

        static Picture Black(int width, int height) => new(new byte[width * height]) { Width = width, Height = height, SamplesPerPixel = 1 };
    }

    [SkippableFact]
    public void Pillow_and_ImageMagick_read_the_same()
    {
        Picture[] pictures =
        [
            SamplePictures.Grey8(1, 1), SamplePictures.Grey8(37, 53), SamplePictures.Bilevel(19, 5), SamplePictures.Rgb8(16, 15),
            .. Enumerable.Range(1, 5).Select(i => SamplePictures.Rgb8(23, 11, i)),
        ];
        Picture[][] files = [.. pictures.Take(4).Select(picture => new[] { picture }), pictures[4..]];
        using var folder = new PictureFolder();
        foreach (Picture[] file in files)
            folder.Add(PictureFormat.Gif, file, new ImageWriteOptions { Pages = file.Length, FrameTimes = [TimeSpan.FromMilliseconds(250)] });

        IReadOnlyList<IReadOnlyList<PillowPage>> read = IndependentReader.ReadWithPillow(folder.Files);
        for (int i = 0; i < files.Length; i++)
        {
            Assert.Equal(files[i].Select(Colors), read[i].Select(page => Colors(page.Pixels, page.Width * page.Height)));
            Assert.Equal(files[i].SelectMany(Colors), IndependentReader.ReadWithImageMagick(folder.Files[i], "rgb", 8));
        }

        Assert.Equal("0", read[^1][0].Info["loop"]);
        Assert.All(read[^1], page => Assert.Equal("250", page.Info["duration"]));
        Assert.Equal(["25", "25", "25", "25", "25"], IndependentReader.Identify("%T", folder.Files[^1]));
    }

    private static byte[] Write(params Picture[] pictures) => PictureFolder.Write(PictureFormat.Gif, pictures);

    private static byte[] Write(ImageWriteOptions options, params Picture[] pictures) => PictureFolder.Write(PictureFormat.Gif, pictures, options);

    private static byte[] Colors(Picture picture) => Colors(picture.Pixels, picture.Width * picture.Height);

    private static byte[] Colors(Array pixels, int count) =>
        pixels.Length == count ? [.. ((byte[])pixels).SelectMany(grey => new[] { grey, grey, grey })] : (byte[])pixels;

    private static double MeanSquare(byte[] expected, byte[] actual) =>
        expected.Zip(actual, (one, other) => (double)(one - other) * (one - other)).Average();
}
