using System.Text;
using PSDicom.Pictures;
using PSDicom.Pixels;

namespace PSDicom.Core.Tests.Pictures.Tiff;

public class TiffWriterTests
{
    private static readonly (int Width, int Height)[] Sizes = [(1, 1), (2, 1), (1, 3), (7, 5), (8, 4), (9, 4), (255, 2), (301, 211), (3, 700)];

    public static TheoryData<string> Kinds => new() { "bits", "8", "16", "rgb 8", "rgb 16", "reals", "rgb reals" };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Values_are_kept(string kind)
    {
        foreach ((int width, int height) in Sizes)
        {
            Picture picture = Make(kind, width, height);
            TiffReader file = new(Write(picture));
            Assert.False(file.IsBig);
            Dictionary<int, double[]> fields = Assert.Single(file.Pages);
            Assert.Equal((width, height), ((int)fields[256][0], (int)fields[257][0]));
            Assert.Equal(Bytes(picture), file.Samples(0));
            Assert.Equal(kind.EndsWith("reals", StringComparison.Ordinal), fields.TryGetValue(339, out double[]? format) && format.All(value => value == 3));
        }
    }

    /// <summary>A row that is longer than a compressed block.</summary>
    [Theory]
    [MemberData(nameof(Kinds))]
    public void Very_wide_pictures_are_kept(string kind)
    {
        Picture picture = Make(kind, 70_001, 2);
        Assert.Equal(Bytes(picture), new TiffReader(Write(picture)).Samples(0));
    }

    [Fact]
    public void Strips_have_several_rows_and_are_not_large()
    {
        Dictionary<int, double[]> fields = new TiffReader(Write(SamplePictures.Grey16(512, 300))).Pages[0];
        Assert.Equal(63, fields[278][0]);
        Assert.Equal(5, fields[273].Length);
    }

    [Fact]
    public void Three_hundred_pictures_are_as_many_pages()
    {
        Picture[] pictures = [.. Enumerable.Range(0, 300).Select(i => SamplePictures.Grey8(17, 11, i))];
        TiffReader file = new(Write(new ImageWriteOptions { Pages = 300 }, pictures));
        Assert.Equal(300, file.Pages.Count);
        for (int i = 0; i < 300; i++)
        {
            Assert.Equal([i, 300], file.Pages[i][297]);
            Assert.Equal([2], file.Pages[i][254]);
            Assert.Equal(Bytes(pictures[i]), file.Samples(i));
        }
    }

    [Fact]
    public void A_single_picture_is_no_page()
    {
        Dictionary<int, double[]> fields = new TiffReader(Write(new ImageWriteOptions { Pages = 1 }, SamplePictures.Grey8(3, 3))).Pages[0];
        Assert.False(fields.ContainsKey(297) || fields.ContainsKey(254));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_file_that_may_pass_4_GB_has_offsets_of_64_bits(string kind)
    {
        Picture[] pictures = [Make(kind, 40, 50), Make(kind, 40, 50), Make(kind, 40, 50)];
        TiffReader file = new(Write(new ImageWriteOptions { Pages = 2_000_000 }, pictures));
        Assert.True(file.IsBig);
        Assert.Equal(3, file.Pages.Count);
        for (int i = 0; i < 3; i++) Assert.Equal(Bytes(pictures[i]), file.Samples(i));
        Assert.DoesNotContain(297, file.Pages[0].Keys);
    }

    [Theory]
    [InlineData(1000, 4_000, false)]
    [InlineData(1000, 4_300, true)]
    [InlineData(1, 1_000_000, false)]
    [InlineData(1, 1_060_000, true)]
    public void Offsets_have_64_bits_only_if_they_must(int size, int pages, bool isBig)
    {
        var picture = new Picture(new byte[size * size]) { Width = size, Height = size, SamplesPerPixel = 1 };
        Assert.Equal(isBig, new TiffReader(Write(new ImageWriteOptions { Pages = pages }, picture)).IsBig);
    }

    [Theory]
    [InlineData(0.5, 0.25, 20, 40)]
    [InlineData(0.48828125, 0.7, 20.48, 14.2857142857142857)]
    [InlineData(0.1234567, 1e-3, 81.000059130043169, 10000)]
    public void The_size_of_pixels_is_told(double width, double height, double across, double down)
    {
        Dictionary<int, double[]> fields = new TiffReader(Write(SamplePictures.Grey8(3, 3).WithPixelSize(width, height))).Pages[0];
        Assert.Equal([3], fields[296]);
        Assert.Equal(across, fields[282][0], across * 1e-9);
        Assert.Equal(down, fields[283][0], down * 1e-9);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, -1)]
    [InlineData(double.NaN, 1)]
    [InlineData(1e12, 1)]
    public void A_size_of_pixels_that_is_none_is_not_told(double width, double height)
    {
        Dictionary<int, double[]> fields = new TiffReader(Write(SamplePictures.Grey8(3, 3).WithPixelSize(width, height))).Pages[0];
        Assert.Equal((1, 1, 1), (fields[296][0], fields[282][0], fields[283][0]));
    }

    [Fact]
    public void Text_is_written_once_a_line_each()
    {
        KeyValuePair<string, string>[] text = [new("PatientName", "Ærø^Ö"), new("StudyDescription", "two\r\nlines\0")];
        TiffReader file = new(Write(new ImageWriteOptions { Pages = 2, Text = text }, SamplePictures.Grey8(3, 3), SamplePictures.Grey8(3, 3)));
        Assert.Equal("PatientName=Ærø^Ö\nStudyDescription=two lines\0", Encoding.UTF8.GetString([.. file.Pages[0][270].Select(value => (byte)value)]));
        Assert.False(file.Pages[1].ContainsKey(270));
    }

    [Fact]
    public void Nothing_is_written_about_where_and_when_without_being_asked() => Assert.Equal(
        [256, 257, 258, 259, 262, 273, 277, 278, 279, 282, 283, 284, 296, 317],
        new TiffReader(Write(SamplePictures.Grey8(3, 3))).Pages[0].Keys);

    [Fact]
    public void What_TIFF_is_not_written_with_is_refused()
    {
        Picture[] pictures =
        [
            SamplePictures.Of(2, 2, 1, (_, _, _) => 1.5), SamplePictures.Of(2, 2, 1, (_, _, _) => (sbyte)1),
            SamplePictures.Of(2, 2, 1, (_, _, _) => (short)1), SamplePictures.Of(2, 2, 4, (_, _, _) => (byte)1),
        ];
        Assert.All(pictures, picture => Assert.Equal(
            DicomErrorReason.PictureNotSupported, Assert.Throws<DicomException>(() => Write(picture)).Reason));
    }

    [SkippableFact]
    public void Pillow_reads_the_same()
    {
        string[] kinds = ["bits", "8", "16", "rgb 8", "reals"];
        Picture[] pictures = [.. kinds.SelectMany(kind => Sizes.Select(size => Make(kind, size.Width, size.Height)))];
        using var folder = new PictureFolder();
        foreach (Picture picture in pictures) folder.Add(PictureFormat.Tiff, [picture]);
        IReadOnlyList<IReadOnlyList<PillowPage>> read = IndependentReader.ReadWithPillow(folder.Files);
        for (int i = 0; i < pictures.Length; i++) Assert.Equal(pictures[i].Pixels, Assert.Single(read[i]).Pixels);
    }

    [SkippableFact]
    public void Pillow_reads_all_pages()
    {
        using var folder = new PictureFolder();
        Picture[] pictures = [.. Enumerable.Range(0, 20).Select(i => SamplePictures.Grey16(33, 22, i))];
        folder.Add(PictureFormat.Tiff, pictures, new ImageWriteOptions { Pages = 20 });
        folder.Add(PictureFormat.Tiff, pictures, new ImageWriteOptions { Pages = 10_000_000 });
        foreach (IReadOnlyList<PillowPage> pages in IndependentReader.ReadWithPillow(folder.Files))
            Assert.Equal(pictures.Select(picture => picture.Pixels), pages.Select(page => page.Pixels));
    }

    [SkippableFact]
    public void ImageMagick_reads_the_same()
    {
        using var folder = new PictureFolder();
        foreach (string kind in new[] { "bits", "8", "16", "rgb 8", "rgb 16" })
        {
            Picture picture = Make(kind, 83, 47);
            string path = folder.Add(PictureFormat.Tiff, [picture]);
            byte[] expected = new byte[Buffer.ByteLength(picture.Pixels)];
            Buffer.BlockCopy(picture.Pixels, 0, expected, 0, expected.Length);
            int bits = kind.EndsWith("16", StringComparison.Ordinal) ? 16 : 8;
            Assert.Equal(expected, IndependentReader.ReadWithImageMagick(path, kind.StartsWith("rgb", StringComparison.Ordinal) ? "rgb" : "gray", bits));
        }
    }

    [SkippableFact]
    public void Tiffinfo_says_what_was_meant()
    {
        using var folder = new PictureFolder();
        var options = new ImageWriteOptions { Pages = 2, Text = [new("PatientID", "1")] };
        Picture picture = SamplePictures.Reals(30, 20).WithPixelSize(0.5, 0.25);
        string description = IndependentReader.DescribeTiff(folder.Add(PictureFormat.Tiff, [picture, picture], options));
        string[] expected =
        [
            "Subfile Type: multi-page document (2 = 0x2)", "Image Width: 30 Image Length: 20", "Resolution: 20, 40 pixels/cm", "Bits/Sample: 32",
            "Sample Format: IEEE floating point", "Compression Scheme: AdobeDeflate", "Photometric Interpretation: min-is-black", "Samples/Pixel: 1",
            "Page Number: 0-2", "Page Number: 1-2", "ImageDescription: PatientID=1",
        ];
        Assert.All(expected, line => Assert.Contains(line, description));
    }

    private static Picture Make(string kind, int width, int height) => kind switch
    {
        "bits" => SamplePictures.Bilevel(width, height),
        "8" => SamplePictures.Grey8(width, height),
        "16" => SamplePictures.Grey16(width, height),
        "rgb 8" => SamplePictures.Rgb8(width, height),
        "rgb 16" => SamplePictures.Rgb16(width, height),
        "reals" => SamplePictures.Reals(width, height),
        _ => SamplePictures.Reals(width, height, 3),
    };

    /// <summary>The uncompressed bytes in a file. Bits are packed, and each row begins with a new byte.</summary>
    private static byte[] Bytes(Picture picture)
    {
        byte[] bytes = new byte[Buffer.ByteLength(picture.Pixels)];
        Buffer.BlockCopy(picture.Pixels, 0, bytes, 0, bytes.Length);
        if (!picture.IsBilevel) return bytes;
        return [.. Enumerable.Range(0, picture.Height).SelectMany(row => bytes.Skip(row * picture.Width).Take(picture.Width).Chunk(8))
            .Select(bits => (byte)bits.Select((bit, i) => bit == 0 ? 0 : 0x80 >> i).Sum())];
    }

    private static byte[] Write(params Picture[] pictures) => PictureFolder.Write(PictureFormat.Tiff, pictures);

    private static byte[] Write(ImageWriteOptions options, params Picture[] pictures) => PictureFolder.Write(PictureFormat.Tiff, pictures, options);
}
