using PSDicom.Core.Tests.Codecs.Jpeg;
using PSDicom.Core.Tests.Frames;
using PSDicom.Frames;
using PSDicom.Pixels;
using PSDicom.Rendering;
using PSDicom.Rendering.Greys;

namespace PSDicom.Core.Tests.Rendering;

/// <summary>Colours whose samples have fewer bits than their cells: their range is that of the bits.</summary>
public class ColorBitsTests
{
    private const string JpegLossless = "1.2.840.10008.1.2.4.70";

    private static readonly byte[] Red = [220, 30, 10];

    [Theory]
    [InlineData(16, false, 7)]
    [InlineData(16, true, 7)]
    [InlineData(16, false, 15)]
    [InlineData(32, false, 7)]
    [InlineData(32, true, 31)]
    public void Eight_bits_in_larger_cells_are_bytes_of_a_picture(int allocated, bool isPlanar, int highBit)
    {
        foreach (RenderOptions options in (RenderOptions[])[new(), new() { Windowing = Windowing.None }, new() { BitDepth = 16 }, new() { Invert = true }])
        {
            Picture picture = Native(allocated, isPlanar, highBit, "RGB", Red).Render(options);
            Assert.Equal(options.BitDepth ?? 8, picture.BitDepth);
            int[] expected = [.. Red.Select(sample => (options.Invert ? 255 - sample : sample) * (options.BitDepth == 16 ? 257 : 1))];
            Assert.Equal(expected, picture.Pixels.Cast<IConvertible>().Select(sample => sample.ToInt32(null)));
        }
    }

    [Theory]
    [InlineData(16)]
    [InlineData(32)]
    public void Eight_bits_of_YBR_in_larger_cells_are_made_RGB(int allocated)
    {
        // Y 81, Cb 90, Cr 240: R = 81 + 157, G = 81 + 13 - 80, B = 81 - 67.
        DatasetBuilder dataset = Native(allocated, false, 7, "YBR_FULL", [81, 90, 240]);
        Assert.Equal(new byte[] { 238, 14, 14 }, dataset.Render().Pixels);
        DicomFrame rgb = Assert.Single(FrameReader.Read(DicomFile.Open(dataset.ToFile()), null, new FrameReadOptions { AsRgb = true }, CancellationToken.None));
        Assert.Equal([238, 14, 14], rgb.GetPixels().Cast<IConvertible>().Select(sample => sample.ToInt32(null)));
    }

    [Theory]
    [InlineData(16, 16)]
    [InlineData(16, 12)]
    [InlineData(32, 32)]
    public void A_codestream_of_fewer_bits_tells_the_range_of_its_colors(int allocated, int stored)
    {
        byte[] stream = new ReferenceLosslessEncoder { Rows = 1, Columns = 1 }.Encode([Red[0]], [Red[1]], [Red[2]]);
        Picture picture = new PictureOf(allocated, stored, stream).Render();
        Assert.Equal(Red, picture.Pixels);
        Assert.Contains("the compressed image has 8", Assert.Single(picture.Warnings).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_lossless_codestream_of_more_bits_has_the_colors_in_the_stored_ones()
    {
        byte[] stream = new ReferenceLosslessEncoder { Rows = 1, Columns = 1, Precision = 16 }.Encode([Red[0]], [Red[1]], [Red[2]]);
        Picture picture = new PictureOf(16, 8, stream).Render();
        Assert.Equal(Red, picture.Pixels);
        Assert.Empty(picture.Warnings);
    }

    private static DatasetBuilder Native(int allocated, bool isPlanar, int highBit, string photometric, byte[] samples) =>
        new DatasetBuilder().Describe(1, 1, allocated, 8, samples: 3, photometric: photometric, isPlanar: isPlanar, highBit: highBit)
            .WithValue(FrameImage.PixelData, "OW", [.. samples.SelectMany(sample => BitConverter.GetBytes((uint)sample << (highBit - 7)).Take(allocated / 8))]);

    /// <summary>An image of one lossless JPEG.</summary>
    private sealed class PictureOf(int allocated, int stored, byte[] stream)
    {
        public Picture Render()
        {
            DicomFile file = DicomFile.Open(new DatasetBuilder().Describe(1, 1, allocated, stored, samples: 3, photometric: "RGB")
                .WithFragments(FrameImage.PixelData, [], stream.Length % 2 == 0 ? stream : [.. stream, 0]).ToFile(JpegLossless));
            using var frames = FrameFile.Open(file, CancellationToken.None);
            return new FrameRenderer(file.Dataset, new RenderOptions()).Render(frames.Read(1, null), []);
        }
    }
}
