using System.Buffers.Binary;
using System.Text;
using PSDicom.Pictures;
using PSDicom.Pixels;

namespace PSDicom.Core.Tests.Pictures.Png;

public class PngWriterTests
{
    private static readonly (int Width, int Height)[] Sizes =
        [(1, 1), (1, 9), (9, 1), (2, 2), (3, 5), (7, 3), (8, 8), (15, 4), (16, 4), (17, 33), (64, 64), (129, 31), (600, 401), (70_001, 1)];

    [Fact]
    public void Every_pixel_is_kept()
    {
        foreach (Picture picture in Pictures())
        {
            var read = new PngReader(Write(picture));
            Assert.Equal((picture.Width, picture.Height), (read.Width, read.Height));
            Assert.Equal((picture.SamplesPerPixel, picture.BitDepth), (read.SamplesPerPixel, read.BitDepth));
            Assert.Equal(picture.Pixels, read.Pixels);
        }
    }

    [SkippableFact]
    public void Pillow_reads_the_same()
    {
        // It reads colour of 16 bits as 8.
        Picture[] pictures = [.. Pictures().Where(picture => picture.SamplesPerPixel == 1 || picture.BitDepth == 8)];
        using var folder = new PictureFolder();
        foreach (Picture picture in pictures) folder.Add(PictureFormat.Png, [picture]);
        foreach ((Picture picture, IReadOnlyList<PillowPage> pages) in pictures.Zip(IndependentReader.ReadWithPillow(folder.Files)))
        {
            PillowPage page = Assert.Single(pages);
            Assert.Equal(picture switch { { BitDepth: 1 } => "1", { SamplesPerPixel: 3 } => "RGB", { BitDepth: 8 } => "L", _ => "I" }, page.Mode);
            Assert.Equal((picture.Width, picture.Height), (page.Width, page.Height));
            Assert.Equal(picture.Pixels, page.Pixels is int[] wide ? Array.ConvertAll(wide, value => (ushort)value) : page.Pixels);
        }
    }

    [SkippableFact]
    public void ImageMagick_reads_the_same_color_of_16_bits()
    {
        using var folder = new PictureFolder();
        Picture picture = SamplePictures.Rgb16(37, 23).WithPixelSize(0.5, 0.25);
        string file = folder.Add(PictureFormat.Png, [picture]);
        Assert.Equal(["37 23 16 sRGB"], IndependentReader.Identify("%w %h %z %[colorspace]", file));
        byte[] samples = new byte[picture.Pixels.Length * 2];
        Buffer.BlockCopy(picture.Pixels, 0, samples, 0, samples.Length);
        Assert.Equal(samples, IndependentReader.ReadWithImageMagick(file, "rgb", 16));
    }

    [Fact]
    public void The_same_picture_gives_the_same_bytes() =>
        Assert.Equal(Write(SamplePictures.Rgb8(300, 200)), Write(SamplePictures.Rgb8(300, 200)));

    [Fact]
    public void Nothing_is_written_that_is_not_needed()
    {
        var read = new PngReader(Write(SamplePictures.Grey8(20, 10)));
        Assert.Equal(["IHDR", "IDAT", "IEND"], read.Chunks.Select(chunk => chunk.Type));
    }

    [Theory]
    [InlineData(0.25, 0.5, 4000, 2000)]
    [InlineData(0.3, 0.3, 3333, 3333)]
    [InlineData(999, 0.00001, 1, 100_000_000)]
    public void Pixel_size_is_told_as_pixels_in_a_metre(double width, double height, int across, int down)
    {
        var read = new PngReader(Write(SamplePictures.Grey8(2, 2).WithPixelSize(width, height)));
        Assert.Equal(["IHDR", "pHYs", "IDAT", "IEND"], read.Chunks.Select(chunk => chunk.Type));
        Assert.Equal(across, BinaryPrimitives.ReadInt32BigEndian(read["pHYs"]));
        Assert.Equal(down, BinaryPrimitives.ReadInt32BigEndian(read["pHYs"].AsSpan(4)));
        Assert.Equal(1, read["pHYs"][8]);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, -1)]
    [InlineData(double.NaN, 1)]
    [InlineData(1, double.PositiveInfinity)]
    [InlineData(5000, 1)]
    [InlineData(1e-9, 1)]
    public void Pixel_sizes_that_cannot_be_told_are_left_out(double width, double height) =>
        Assert.DoesNotContain(new PngReader(Write(SamplePictures.Grey8(2, 2).WithPixelSize(width, height))).Chunks, chunk => chunk.Type == "pHYs");

    [Fact]
    public void Text_is_written_as_Latin_1_if_it_can_be_and_else_as_UTF_8()
    {
        PngReader read = Read(
            new KeyValuePair<string, string>("PatientName", "Müller^Jörg\r\nsecond\rthird"),
            new("OtherPatientNames", "山田^太郎"),
            new("Control", "a\tb"));
        Assert.Equal(["IHDR", "tEXt", "iTXt", "iTXt", "IDAT", "IEND"], read.Chunks.Select(chunk => chunk.Type));
        Assert.Equal("PatientName\0Müller^Jörg\nsecond\nthird", Encoding.Latin1.GetString(read.Chunks[1].Data));
        Assert.Equal("OtherPatientNames\0\0\0\0\0山田^太郎", Encoding.UTF8.GetString(read.Chunks[2].Data));
        Assert.Equal("Control\0\0\0\0\0a\tb", Encoding.UTF8.GetString(read.Chunks[3].Data));
    }

    [Theory]
    [InlineData("  two   words ", "two words")]
    [InlineData("a\0b\nc\u4E00d", "a b c d")]
    [InlineData("", "Comment")]
    [InlineData(" \u00A0 ", "Comment")]
    [InlineData("größe", "größe")]
    public void Keywords_are_made_to_fit_the_rules(string keyword, string expected) =>
        Assert.Equal(expected + "\0text", Encoding.Latin1.GetString(Read(new KeyValuePair<string, string>(keyword, "text"))["tEXt"]));

    [Fact]
    public void Keywords_have_79_letters_at_most()
    {
        string keyword = new string('x', 78) + " " + new string('y', 10);
        Assert.Equal(new string('x', 78) + "\0\0", Encoding.Latin1.GetString(Read(new KeyValuePair<string, string>(keyword, "\0\0"))["tEXt"]) + "\0");
        Assert.Equal(new string('z', 79) + "\0", Encoding.Latin1.GetString(Read(new KeyValuePair<string, string>(new string('z', 200), ""))["tEXt"]));
    }

    [SkippableFact]
    public void Pillow_reads_text_and_pixel_size()
    {
        using var folder = new PictureFolder();
        var options = new ImageWriteOptions { Text = [new("Plain", "Grün"), new("Wide", "山田")] };
        folder.Add(PictureFormat.Png, [SamplePictures.Grey8(5, 4).WithPixelSize(0.254, 0.127)], options);
        IReadOnlyDictionary<string, string> info = IndependentReader.ReadWithPillow(folder.Files)[0][0].Info;
        Assert.Equal(("Grün", "山田"), (info["Plain"], info["Wide"]));
        Assert.StartsWith("(99.9", info["dpi"], StringComparison.Ordinal);
    }

    [Fact]
    public void Large_pictures_have_several_chunks_of_data()
    {
        var random = new Random(1);
        var read = new PngReader(Write(SamplePictures.Of(500, 400, 1, (_, _, _) => (byte)random.Next(256))));
        Assert.Equal(4, read.Chunks.Count(chunk => chunk.Type == "IDAT"));
        Assert.All(read.Chunks, chunk => Assert.InRange(chunk.Data.Length, 0, 65_600));
    }

    [Fact]
    public void Other_samples_are_refused()
    {
        Picture[] pictures =
        [
            SamplePictures.Reals(2, 2),
            SamplePictures.Of(2, 2, 1, (_, _, _) => (sbyte)1),
            SamplePictures.Of(2, 2, 1, (_, _, _) => (short)1),
            SamplePictures.Of(2, 2, 4, (_, _, _) => (byte)1),
            SamplePictures.Of(0, 0, 1, (_, _, _) => (byte)1),
        ];
        foreach (Picture picture in pictures)
            Assert.Equal(DicomErrorReason.PictureNotSupported, Assert.Throws<DicomException>(() => Write(picture)).Reason);
    }

    [Fact]
    public void A_full_disk_is_told_as_it_is()
    {
        foreach (int room in new[] { 0, 20, 100, 70_000 })
            Assert.Throws<IOException>(() => PictureFolder.Write(new FailingStream(room), PictureFormat.Png, [SamplePictures.Grey16(300, 300)]));
    }

    private static IEnumerable<Picture> Pictures()
    {
        int seed = 1;
        foreach ((int width, int height) in Sizes)
        {
            yield return SamplePictures.Grey8(width, height, seed++);
            yield return SamplePictures.Rgb8(width, height, seed++);
            yield return SamplePictures.Grey16(width, height, seed++);
            yield return SamplePictures.Rgb16(width, height, seed++);
            yield return SamplePictures.Bilevel(width, height, seed++);
            var random = new Random(seed++);
            yield return SamplePictures.Of(width, height, 1, (_, _, _) => (byte)random.Next(256));
            yield return SamplePictures.Of(width, height, 3, (_, _, _) => (ushort)random.Next(65536));
        }
    }

    private static byte[] Write(Picture picture) => PictureFolder.Write(PictureFormat.Png, [picture]);

    private static PngReader Read(params KeyValuePair<string, string>[] text) =>
        new(PictureFolder.Write(PictureFormat.Png, [SamplePictures.Grey8(3, 2)], new ImageWriteOptions { Text = text }));
}
