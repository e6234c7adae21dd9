using PSDicom.Core.Tests.Codecs.Jpeg;
using PSDicom.Core.Tests.Operations;
using PSDicom.Pixels;
using PSDicom.Rendering.Colors;

namespace PSDicom.Core.Tests.Pictures.Jpeg;

/// <summary>Other programs read the files as our own decoder does.</summary>
public class IndependentReaderTests
{
    [SkippableFact]
    public void Pillow_reads_what_was_written()
    {
        using var folder = new TemporaryFolder();
        (Picture Picture, int Quality, bool FullChroma)[] cases =
        [
            (TestPictures.Soft(1, 1), 90, false), (TestPictures.Soft(1, 1, 3), 90, false), (TestPictures.Soft(77, 53), 75, false),
            (TestPictures.Noise(131, 90), 100, false), (TestPictures.Checkerboard(33, 40), 1, false),
            (TestPictures.Soft(77, 53, 3), 75, true), (TestPictures.Noise(131, 90, 3), 100, true),
            (TestPictures.Saturated(50, 41), 30, true), (TestPictures.Soft(77, 53, 3), 75, false),
            (TestPictures.Soft(160, 112, 3), 95, false), (TestPictures.Flat(65, 3, 255, 0, 0), 90, false),
        ];
        string[] paths = cases.Select((_, i) => folder.Combine($"{i}.jpg")).ToArray();
        byte[][] files = cases.Select(item => JpegWriterTests.Write(item.Picture, item.Quality, item.FullChroma)).ToArray();
        for (int i = 0; i < cases.Length; i++) File.WriteAllBytes(paths[i], files[i]);

        IReadOnlyList<IReadOnlyList<PillowPage>> read = IndependentReader.ReadWithPillow(paths);
        for (int i = 0; i < cases.Length; i++)
        {
            PillowPage page = Assert.Single(read[i]);
            Picture picture = cases[i].Picture;
            Assert.Equal((picture.Width, picture.Height), (page.Width, page.Height));
            Assert.Equal(picture.SamplesPerPixel == 1 ? "L" : "RGB", page.Mode);
            byte[] decoded = Decoded.From(files[i]).Bytes;
            byte[] expected = picture.SamplesPerPixel == 1 ? decoded : YbrToRgb.Full(8).Convert(decoded);
            byte[] actual = (byte[])page.Pixels;
            for (int j = 0; j < expected.Length; j++) Assert.InRange(actual[j] - expected[j], -2, 2);
        }
    }

    [SkippableFact]
    public void Pillow_reads_the_density()
    {
        using var folder = new TemporaryFolder();
        string path = folder.Combine("density.jpg");
        File.WriteAllBytes(path, JpegWriterTests.Write(
            new Picture(new byte[4]) { Width = 2, Height = 2, SamplesPerPixel = 1, PixelWidth = 0.7, PixelHeight = 1.4 }, 90));
        PillowPage page = IndependentReader.ReadWithPillow([path])[0][0];
        Assert.Equal("(36, 18)", page.Info["jfif_density"]);
        Assert.Equal("(36, 18)", page.Info["dpi"]);
    }

    [SkippableFact]
    public void ImageMagick_tells_the_quality_that_was_asked_for()
    {
        using var folder = new TemporaryFolder();
        int[] qualities = [10, 50, 75, 90, 100];
        string[] paths = qualities.Select(quality => folder.Combine($"{quality}.jpg")).ToArray();
        for (int i = 0; i < paths.Length; i++)
            File.WriteAllBytes(paths[i], JpegWriterTests.Write(TestPictures.Soft(40, 30, 3), qualities[i]));
        Assert.Equal(qualities.Select(quality => $"JPEG 40 30 8 {quality}"), IndependentReader.Identify("%m %w %h %z %Q", paths));
    }
}
