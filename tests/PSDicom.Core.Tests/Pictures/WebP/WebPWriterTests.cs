using PSDicom.Pictures;
using PSDicom.Pictures.Terminal;
using PSDicom.Pixels;

namespace PSDicom.Core.Tests.Pictures.WebP;

/// <summary>WebP as its parts tell it, and as another program reads it.</summary>
public class WebPWriterTests
{
    [Theory]
    [InlineData(null, "VP8L")]
    [InlineData(90, "VP8 ")]
    public void Without_a_quality_nothing_is_lost(int? quality, string kind)
    {
        foreach (Picture picture in new[] { SamplePictures.Grey8(37, 21), SamplePictures.Rgb8(37, 21), SamplePictures.Bilevel(9, 3) })
        {
            byte[] file = PictureFolder.Write(PictureFormat.WebP, [picture], new ImageWriteOptions { WebPQuality = quality });
            Assert.Equal("RIFF", Text(file, 0));
            Assert.Equal(file.Length - 8, BitConverter.ToInt32(file, 4));
            Assert.Equal("WEBP", Text(file, 8));
            Assert.Equal(kind, Text(file, 12));
            Assert.Equal((picture.Width, picture.Height), SizeOf(file));
        }
    }

    [SkippableFact]
    public void Another_program_reads_the_same_pixels()
    {
        using var folder = new PictureFolder();
        Picture[] pictures = [SamplePictures.Rgb8(37, 21), SamplePictures.Rgb8(1, 1), SamplePictures.Grey8(16, 9)];
        foreach (Picture picture in pictures) folder.Add(PictureFormat.WebP, [picture]);
        foreach ((Picture picture, IReadOnlyList<PillowPage> pages) in pictures.Zip(IndependentReader.ReadWithPillow(folder.Files), (picture, pages) => (picture, pages)))
            Assert.Equal(TerminalPixels.ToColor(picture).Pixels, Assert.Single(pages).Pixels);
    }

    [Fact]
    public void A_lower_quality_is_smaller()
    {
        int[] lengths = [.. new int?[] { 20, 95, null }.Select(quality =>
            PictureFolder.Write(PictureFormat.WebP, [SamplePictures.Rgb8(120, 90)], new ImageWriteOptions { WebPQuality = quality }).Length)];
        Assert.Equal(lengths.OrderBy(length => length), lengths);
    }

    [Fact]
    public void What_it_cannot_hold_is_an_error()
    {
        foreach (Picture picture in new[] { SamplePictures.Grey16(4, 4), SamplePictures.Reals(4, 4), SamplePictures.Grey8(16384, 1) })
        {
            DicomException exception = Assert.Throws<DicomException>(() => PictureFolder.Write(PictureFormat.WebP, [picture]));
            Assert.Equal(DicomErrorReason.PictureNotSupported, exception.Reason);
        }
    }

    private static string Text(byte[] file, int at) => System.Text.Encoding.ASCII.GetString(file, at, 4);

    /// <summary>The size as the first chunk tells it (RFC 9649 sections 2.5 and 3.4).</summary>
    private static (int Width, int Height) SizeOf(byte[] file)
    {
        if (Text(file, 12) == "VP8 ") return (BitConverter.ToUInt16(file, 26) & 0x3FFF, BitConverter.ToUInt16(file, 28) & 0x3FFF);
        uint bits = BitConverter.ToUInt32(file, 21);
        return ((int)(bits & 0x3FFF) + 1, (int)((bits >> 14) & 0x3FFF) + 1);
    }
}
