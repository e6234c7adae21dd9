using System.Buffers.Binary;
using PSDicom.Pixels;

namespace PSDicom.Core.Tests.Pictures.Bmp;

public class BmpWriterTests
{
    private static readonly Picture[] Pictures =
    [
        .. new[] { (1, 1), (1, 7), (2, 3), (3, 2), (4, 5), (17, 9), (255, 31) }.SelectMany(size => new[]
        {
            SamplePictures.Grey8(size.Item1, size.Item2),
            SamplePictures.Rgb8(size.Item1, size.Item2),
            SamplePictures.Bilevel(size.Item1, size.Item2),
        }),
    ];

    [Fact]
    public void Grey_is_written_with_its_palette_from_the_lowest_line_on()
    {
        Picture picture = SamplePictures.Of(3, 2, 1, (x, y, _) => (byte)((10 * y) + x)).WithPixelSize(0.25, 0.5);
        byte[] file = PictureFolder.Write(PictureFormat.Bmp, [picture]);
        Assert.Equal("BM"u8.ToArray(), file[..2]);
        Assert.Equal(
            [file.Length, 0, 1078, 40, 3, 2, 1 | (8 << 16), 0, 8, 4000, 2000, 0, 0],
            Enumerable.Range(0, 13).Select(i => BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(2 + (4 * i)))));
        Assert.Equal(Enumerable.Range(0, 256).SelectMany(grey => new[] { (byte)grey, (byte)grey, (byte)grey, (byte)0 }), file[54..1078]);
        Assert.Equal([10, 11, 12, 0, 0, 1, 2, 0], file[1078..]);
    }

    [Fact]
    public void Color_is_written_as_blue_green_red()
    {
        byte[] file = PictureFolder.Write(PictureFormat.Bmp, [SamplePictures.Of(1, 2, 3, (_, y, sample) => (byte)((10 * y) + sample))]);
        Assert.Equal(54, BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(10)));
        Assert.Equal(24, BinaryPrimitives.ReadInt16LittleEndian(file.AsSpan(28)));
        Assert.Equal([12, 11, 10, 0, 2, 1, 0, 0], file[54..]);
    }

    [SkippableFact]
    public void Pillow_reads_the_same()
    {
        using var folder = new PictureFolder();
        foreach (Picture picture in Pictures) folder.Add(PictureFormat.Bmp, [picture]);
        foreach ((Picture picture, IReadOnlyList<PillowPage> pages) in Pictures.Zip(IndependentReader.ReadWithPillow(folder.Files)))
        {
            Assert.Equal((picture.Width, picture.Height), (pages[0].Width, pages[0].Height));
            Assert.Equal(picture.SamplesPerPixel == 3 ? "RGB" : "L", pages[0].Mode);
            Assert.Equal(picture.Pixels, pages[0].Pixels);
        }
    }

    [Fact]
    public void Sixteen_bits_are_refused()
    {
        foreach (Picture picture in new[] { SamplePictures.Grey16(2, 2), SamplePictures.Of(2, 2, 1, (_, _, _) => (sbyte)1), SamplePictures.Of(2, 2, 2, (_, _, _) => (byte)1) })
        {
            Assert.Equal(
                DicomErrorReason.PictureNotSupported,
                Assert.Throws<DicomException>(() => PictureFolder.Write(PictureFormat.Bmp, [picture])).Reason);
        }
    }

    [Fact]
    public void A_picture_that_needs_more_than_4_GB_is_refused_before_anything_is_written()
    {
        var stream = new FailingStream(0);
        var tall = new Picture(new byte[1]) { Width = 1, Height = int.MaxValue, SamplesPerPixel = 1 };
        Assert.Contains("4 GiB", Assert.Throws<DicomException>(() => PictureFolder.Write(stream, PictureFormat.Bmp, [tall])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_full_disk_is_told_as_it_is() =>
        Assert.Throws<IOException>(() => PictureFolder.Write(new FailingStream(2000), PictureFormat.Bmp, [SamplePictures.Grey8(300, 300)]));
}
