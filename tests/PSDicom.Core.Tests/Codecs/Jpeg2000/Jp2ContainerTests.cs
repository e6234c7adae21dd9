using System.Text;

namespace PSDicom.Core.Tests.Codecs.Jpeg2000;

/// <summary>Codestreams within the boxes of a JP2 file (T.800 annex I).</summary>
public class Jp2ContainerTests
{
    private static readonly PictureComponent[] Index = [new(2, false)];
    private static readonly PictureComponent[] Color = [new(8, false), new(8, false), new(8, false)];

    [Theory]
    [InlineData(16, false)]
    [InlineData(17, false)]
    [InlineData(18, true)]
    [InlineData(12, null)]
    public void The_color_specification_tells_the_color(byte space, bool? isYbr)
    {
        byte[] stream = [.. Jp2Boxes.Signature, .. Jp2Boxes.Box("jp2h", Jp2Boxes.Box("colr", [1, 0, 0, 0, 0, 0, space])), .. Jp2Boxes.Box("jp2c", Encode(Color))];
        (int[] samples, var info, _) = SampleImages.Decode(stream);
        Assert.Equal(isYbr, info.IsYbr);
        Assert.Equal(SampleImages.Expected(new StreamOptions(), 20, 20, Color), samples);
    }

    [Fact]
    public void A_palette_makes_channels_of_its_columns()
    {
        byte[] palette = Jp2Boxes.Box("pclr", [0, 4, 3, 7, 7, 11, 10, 20, 0, 30, 11, 21, 1, 31, 12, 22, 2, 32, 13, 23, 3, 33]);
        byte[] mapping = Jp2Boxes.Box("cmap", [0, 0, 1, 0, 0, 0, 1, 1, 0, 0, 1, 2]);
        byte[] stream = [.. Jp2Boxes.Signature, .. Jp2Boxes.Box("jp2h", [.. palette, .. mapping]), .. Jp2Boxes.Box("jp2c", Encode(Index))];
        (int[] samples, var info, _) = SampleImages.Decode(stream);
        Assert.Equal((3, 12), (info.SamplesPerPixel, info.BitsPerSample));
        int[] indices = SampleImages.Expected(new StreamOptions(), 20, 20, Index);
        Assert.Equal(indices.SelectMany(i => new[] { 10 + i, 20 + i, (256 * i) + 30 + i }), samples);
    }

    [Fact]
    public void Channel_definitions_put_colors_in_order()
    {
        byte[] definition = Jp2Boxes.Box("cdef", [0, 3, 0, 0, 0, 0, 0, 3, 0, 1, 0, 0, 0, 2, 0, 2, 0, 0, 0, 1]);
        byte[] stream = [.. Jp2Boxes.Signature, .. Jp2Boxes.Box("jp2h", definition), .. Jp2Boxes.Box("jp2c", Encode(Color))];
        int[] expected = SampleImages.Expected(new StreamOptions(), 20, 20, Color), samples = SampleImages.Decode(stream).Samples;
        for (int i = 0; i < samples.Length; i += 3)
            Assert.Equal((expected[i + 2], expected[i + 1], expected[i]), (samples[i], samples[i + 1], samples[i + 2]));
    }

    [Fact]
    public void The_last_box_may_go_to_the_end()
    {
        byte[] codestream = Encode(Color);
        byte[] stream = [.. Jp2Boxes.Signature, 0, 0, 0, 0, .. Encoding.ASCII.GetBytes("jp2c"), .. codestream];
        Assert.Equal(SampleImages.Expected(new StreamOptions(), 20, 20, Color), SampleImages.Decode(stream).Samples);
    }

    [Fact]
    public void A_mapping_that_points_nowhere_is_refused()
    {
        byte[] header = [.. Jp2Boxes.Box("pclr", [0, 1, 1, 7, 9]), .. Jp2Boxes.Box("cmap", [0, 5, 1, 0])];
        byte[] stream = [.. Jp2Boxes.Signature, .. Jp2Boxes.Box("jp2h", header), .. Jp2Boxes.Box("jp2c", Encode(Index))];
        Assert.Contains("mapping", Assert.Throws<DicomException>(() => SampleImages.Decode(stream)).Message);
    }

    private static byte[] Encode(PictureComponent[] components) =>
        new ReferenceJpeg2000Encoder(new StreamOptions(), 20, 20, components).Encode(SampleImages.Sample(components));
}
