using PSDicom.Codecs.Jpeg2000;
using PSDicom.Codecs.Jpeg2000.Headers;

namespace PSDicom.Core.Tests.Codecs.Jpeg2000;

public class Jpeg2000DecoderTests
{
    private static readonly PictureComponent[] Grey = [new(12, false)];
    private static readonly PictureComponent[] Color = [new(8, false), new(8, false), new(8, false)];

    [Theory]
    [InlineData(1, false)]
    [InlineData(8, true)]
    [InlineData(12, false)]
    [InlineData(16, true)]
    [InlineData(16, false)]
    public void Any_precision_comes_out_as_it_went_in(int precision, bool isSigned) =>
        AssertLossless(new StreamOptions(), 37, 29, [new PictureComponent(precision, isSigned)]);

    [Fact]
    public void Samples_of_more_than_16_bits_take_4_bytes()
    {
        PictureComponent[] components = [new(24, true)];
        byte[] stream = new ReferenceJpeg2000Encoder(new StreamOptions { Levels = 2 }, 19, 17, components).Encode(SampleImages.Sample(components));
        Assert.Equal(SampleImages.Expected(new StreamOptions(), 19, 17, components), SampleImages.Decode(stream, 4).Samples);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(6)]
    [InlineData(32)]
    public void Any_number_of_levels_is_undone(int levels) => AssertLossless(new StreamOptions { Levels = levels }, 21, 33, Grey);

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 9)]
    [InlineData(9, 1)]
    [InlineData(2, 2)]
    public void The_smallest_images_are_decoded(int width, int height)
    {
        AssertLossless(new StreamOptions { Levels = 2 }, width, height, Grey);
        AssertLossless(new StreamOptions { Levels = 2, Offset = (1, 1) }, width, height, Grey);
        AssertLossless(new StreamOptions { Levels = 3, Offset = (5, 3), Tile = (7, 5), TileOffset = (3, 2) }, width, height, Grey);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Packets_come_in_any_order(int order)
    {
        var options = new StreamOptions { Order = (ProgressionOrder)order, Layers = 3, Precincts = (4, 3), HasColorTransform = true };
        AssertLossless(options, 45, 39, Color);
        AssertLossless(options with { Offset = (13, 7), Tile = (19, 23), TileOffset = (5, 2), HasManyTileParts = true }, 45, 39, Color);
        AssertLossless(
            options with { HasColorTransform = false, Offset = (3, 5) }, 45, 39, [new(8, false), new(8, false, 2, 2), new(8, false, 3, 1)]);
    }

    [Theory]
    [InlineData(0x01)]
    [InlineData(0x02)]
    [InlineData(0x04)]
    [InlineData(0x05)]
    [InlineData(0x08)]
    [InlineData(0x20)]
    [InlineData(0x2F)]
    public void Any_style_of_code_blocks_is_decoded(int style)
    {
        var options = new StreamOptions { Style = (BlockStyle)style };
        AssertLossless(options, 50, 41, [new PictureComponent(16, false)]);
        AssertLossless(options with { Layers = 4 }, 50, 41, [new PictureComponent(16, false)]);
    }

    [Theory]
    [InlineData(2, 2)]
    [InlineData(6, 6)]
    [InlineData(10, 2)]
    [InlineData(2, 10)]
    public void Any_size_of_code_blocks_is_decoded(int width, int height) =>
        AssertLossless(new StreamOptions { BlockExponents = (width, height), Levels = 1 }, 140, 70, Grey);

    [Fact]
    public void Precincts_may_be_as_small_as_a_few_samples() =>
        AssertLossless(new StreamOptions { Precincts = (1, 1), Levels = 2, Offset = (3, 1) }, 22, 19, Grey);

    [Fact]
    public void Markers_within_packets_are_passed_over() =>
        AssertLossless(new StreamOptions { HasSop = true, HasEph = true, Layers = 2, Tile = (16, 16) }, 40, 30, Grey);

    [Fact]
    public void Packet_headers_may_be_in_the_main_header() =>
        AssertLossless(new StreamOptions { HasMainPackedHeaders = true, HasEph = true, HasManyTileParts = true, Tile = (16, 16) }, 40, 30, Grey);

    [Fact]
    public void Packet_headers_may_be_in_tile_part_headers() =>
        AssertLossless(new StreamOptions { HasTilePackedHeaders = true, HasSop = true, HasManyTileParts = true, Tile = (16, 16) }, 40, 30, Grey);

    [Fact]
    public void Order_changes_may_name_packets_twice() => AssertLossless(new StreamOptions { HasOrderChange = true, Layers = 3 }, 40, 30, Color);

    [Fact]
    public void A_region_of_interest_is_shifted_back() => AssertLossless(new StreamOptions { RegionShift = 11, Layers = 2 }, 40, 30, [new(8, false)]);

    [Fact]
    public void A_component_with_fewer_samples_is_repeated() =>
        AssertLossless(new StreamOptions { Tile = (15, 9) }, 41, 33, [new(8, false), new(8, false, 2, 1), new(8, false, 2, 2)]);

    [Fact]
    public void Where_all_components_have_fewer_samples_so_has_the_image()
    {
        PictureComponent[] components = [new(8, false, 2, 3)];
        byte[] stream = new ReferenceJpeg2000Encoder(new StreamOptions(), 41, 33, components).Encode(SampleImages.Sample(components));
        (int[] samples, var info, _) = SampleImages.Decode(stream);
        Assert.Equal((21, 11), (info.Columns, info.Rows));
        Assert.Equal(SampleImages.Expected(new StreamOptions(), 41, 33, components), samples);
    }

    [Fact]
    public void A_large_tile_is_decoded_as_a_small_one()
    {
        // Large enough for several threads; only one corner takes time to make.
        byte[] stream = new ReferenceJpeg2000Encoder(new StreamOptions { Levels = 1, BlockExponents = (5, 5) }, 1024, 1024, Grey)
            .Encode((_, x, y) => x < 200 && y < 150 ? (x * y) & 0xFFF : 2048);
        int[] samples = SampleImages.Decode(stream).Samples;
        for (int i = 0; i < samples.Length; i++)
        {
            int x = i % 1024, y = i / 1024, expected = x < 200 && y < 150 ? (x * y) & 0xFFF : 2048;
            if (samples[i] != expected) Assert.Fail($"{samples[i]}, not {expected}, in column {x} of row {y}");
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_irreversible_transforms_lose_little(bool isColor)
    {
        PictureComponent[] components = isColor ? Color : Grey;
        var options = new StreamOptions { IsReversible = false, HasColorTransform = isColor, Tile = (31, 27), Offset = (3, 3), Levels = 4 };
        byte[] stream = new ReferenceJpeg2000Encoder(options, 60, 50, components).Encode(SampleImages.Sample(components));
        int[] expected = SampleImages.Expected(options, 60, 50, components), samples = SampleImages.Decode(stream).Samples;
        for (int i = 0; i < expected.Length; i++) Assert.InRange(samples[i] - expected[i], -4, 4);
    }

    [Fact]
    public void The_header_tells_what_the_frame_is()
    {
        var options = new StreamOptions { HasColorTransform = true };
        byte[] stream = new ReferenceJpeg2000Encoder(options, 40, 30, Color).Encode(SampleImages.Sample(Color));
        var info = new Jpeg2000Decoder().Inspect(stream);
        Assert.Equal((30, 40, 3, 8), (info.Rows, info.Columns, info.SamplesPerPixel, info.BitsPerSample));
        Assert.False(info.IsSigned);
        Assert.False(info.IsYbr);
        stream = new ReferenceJpeg2000Encoder(new StreamOptions(), 40, 30, [new(10, true)]).Encode((_, _, _) => -3);
        info = new Jpeg2000Decoder().Inspect(stream);
        Assert.True(info.IsSigned);
        Assert.Null(info.IsYbr);
    }

    internal static void AssertLossless(StreamOptions options, int width, int height, PictureComponent[] components)
    {
        byte[] stream = new ReferenceJpeg2000Encoder(options, width, height, components).Encode(SampleImages.Sample(components));
        (int[] samples, _, List<string> warnings) = SampleImages.Decode(stream);
        Assert.Equal(SampleImages.Expected(options, width, height, components), samples);
        Assert.Empty(warnings);
    }
}
