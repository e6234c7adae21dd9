using System.Globalization;
using PSDicom.Volumes;
using PSDicom.Volumes.Headers;
using static PSDicom.Core.Tests.Volumes.SliceBuilder;

namespace PSDicom.Core.Tests.Volumes;

/// <summary>Slices that lie beside each other in one image.</summary>
public class MosaicStackTests
{
    private const uint Csa = 0x0029_1010;

    private static SliceBuilder Mosaic(int instance) => Slice(instance, 5).WithSize(12, 12)
        .With(0x0008_0060, "CS", "MR")
        .With(ImageType, "CS", @"ORIGINAL\PRIMARY\M\MOSAIC")
        .With(PixelSpacing, "DS", @"2\3")
        .With(0x0018_0088, "DS", "4");

    private static SliceBuilder WithCount(SliceBuilder file, int count) => file.With(0x0019_0010, "LO", "SIEMENS MR HEADER").With(0x0019_100A, "US", count);

    private static SliceBuilder WithCsa(SliceBuilder file, byte[] csa) => file.With(0x0029_0010, "LO", "SIEMENS CSA HEADER").WithBytes(Csa, "OB", csa);

    private static (string Name, string[] Values) Normal(string z) => ("SliceNormalVector", ["0.0", "0.0", z]);

    [Theory]
    [InlineData("1.0", 5, new[] { 0, 1, 2, 3, 4 })]
    [InlineData("-1.0", -11, new[] { 4, 3, 2, 1, 0 })]
    public void A_mosaic_is_a_volume_around_the_same_center(string normal, double z, int[] tiles)
    {
        DicomStack stack = Sorting.Stack(WithCsa(WithCount(Mosaic(1), 5), CsaBuilder.Build(true, Normal(normal))));
        Assert.Equal((StackKind.Volume, 4, 4, 5, 1), (stack.Kind, stack.Columns, stack.Rows, stack.Slices, stack.Volumes));
        Assert.Equal((1, 1, SeriesProblem.None), (stack.FileCount, stack.FrameCount, stack.Problem));
        Assert.Equal([3, 2, 4], stack.Spacing!);

        // 8 of 12 columns of 3 mm, and rows of 2 mm, are outside of the one slice: half of them on each side.
        Assert.Equal([12, 8, z], stack.Origin!);
        PlacedSlice[] slices = [.. stack.Geometry!.Arrangement.Select(slice => slice!.Value)];
        Assert.Equal(tiles, slices.Select(slice => slice.Tile));
        PlacedSlice last = slices.Single(slice => slice.Tile == 4);
        Assert.Equal((4, 4), (last.FirstColumn, last.FirstRow));
        Assert.Equal((8, 0), (slices.Single(slice => slice.Tile == 2).FirstColumn, slices.Single(slice => slice.Tile == 2).FirstRow));
        Assert.Null(stack.Frames[0].Slice);
        Assert.Equal(1, stack.Frames[0].Volume);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_number_of_slices_is_also_in_both_forms_of_the_private_header(bool isNew)
    {
        byte[] csa = CsaBuilder.Build(isNew, ("EchoLinePosition", ["32"]), ("NumberOfImagesInMosaic", ["7"]), Normal("1"));
        DicomStack stack = Sorting.Stack(WithCsa(Mosaic(1), csa));
        Assert.Equal((7, SeriesProblem.None), (stack.Slices, stack.Problem));
    }

    [Fact]
    public void Several_mosaics_are_volumes()
    {
        byte[] csa = CsaBuilder.Build(true, Normal("1"));
        DicomStack stack = Sorting.Stack([.. ((int[])[2, 3, 1]).Select(i => WithCsa(WithCount(Mosaic(i), 6), csa))]);
        Assert.Equal((6, 3, 3), (stack.Slices, stack.Volumes, stack.FrameCount));
        Assert.Equal("1 2 3", Sorting.Instances(stack));
        Assert.Equal([1, 2, 3], stack.Frames.Select(frame => frame.Volume!.Value));
        Assert.Equal(0, stack.DuplicatePositions);
    }

    [Fact]
    public void A_direction_that_is_not_told_is_guessed_and_said_so()
    {
        DicomStack stack = Sorting.Stack(WithCount(Mosaic(1), 5));
        Assert.Equal((5, SeriesProblem.UnknownMosaic), (stack.Slices, stack.Problem));
    }

    [Fact]
    public void A_spacing_that_is_not_told_is_guessed_and_said_so()
    {
        SliceBuilder file = Mosaic(1).Without(0x0018_0088).With(0x0018_0050, "DS", "6");
        DicomStack stack = Sorting.Stack(WithCsa(WithCount(file, 5), CsaBuilder.Build(true, Normal("1"))));
        Assert.Equal((6, SeriesProblem.SpacingGuessed), (stack.Spacing![2], stack.Problem));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(17)]
    [InlineData(60000)]
    public void A_number_of_slices_that_cannot_be_is_not_taken(int count)
    {
        DicomStack stack = Sorting.Stack(WithCount(Mosaic(1), count));
        Assert.Equal((StackKind.Images, SeriesProblem.UnknownMosaic | SeriesProblem.NoPosition), (stack.Kind, stack.Problem));
    }

    [Fact]
    public void A_frame_of_united_imaging_has_the_position_of_each_slice()
    {
        SliceBuilder Of(int items) => Slice(1, 0).WithSize(8, 8)
            .With(0x0008_0060, "CS", "MR")
            .With(ImageType, "CS", @"ORIGINAL\PRIMARY\DERIVED\VFRAME")
            .With(0x0065_0010, "LO", "Image Private Header")
            .With(0x0065_1050, "DS", "3")
            .WithSequence(0x0065_1051, [.. Enumerable.Range(0, items).Select(i => new DatasetBuilder().With(Position, "DS", Decimals(1, 2, 6 - (2 * i))))]);
        DicomStack stack = Sorting.Stack(Of(3));
        Assert.Equal((4, 4, 3, SeriesProblem.None), (stack.Columns, stack.Rows, stack.Slices, stack.Problem));
        Assert.Equal([1, 2, 2], stack.Origin!);
        Assert.Equal([2, 1, 0], stack.Geometry!.Arrangement.Select(slice => slice!.Value.Tile));
        Assert.Equal(StackKind.Images, Sorting.Stack(Of(2)).Kind);
    }

    [Fact]
    public void A_frame_of_united_imaging_leaves_out_empty_rows_of_slices_and_has_no_position_of_its_own()
    {
        DicomStack stack = Sorting.Stack(Image(1).WithSize(12, 8)
            .With(0x0008_0060, "CS", "MR")
            .With(ImageType, "CS", @"ORIGINAL\PRIMARY\M\VFRAME")
            .With(0x0065_0010, "LO", "Image Private Header")
            .With(0x0065_1050, "DS", "5")
            .WithSequence(0x0065_1051, [.. Enumerable.Range(0, 5).Select(i => new DatasetBuilder().With(Position, "DS", Decimals(1, 2, 2 * i)))]));
        Assert.Equal((4, 4, 5, SeriesProblem.None), (stack.Columns, stack.Rows, stack.Slices, stack.Problem));
        Assert.Equal([1, 2, 0], stack.Origin!);
    }

    [Fact]
    public void Damaged_private_headers_say_nothing_and_do_no_harm()
    {
        byte[] whole = CsaBuilder.Build(true, ("A", ["1", "2"]), ("NumberOfImagesInMosaic", ["7"]));
        byte[] old = CsaBuilder.Build(false, ("A", ["1", "2"]), ("NumberOfImagesInMosaic", ["7"]));
        foreach (byte[] header in (byte[][])[whole, old])
        {
            Assert.Equal(["7"], CsaHeader.Find(header, "NumberOfImagesInMosaic"));
            for (int length = 0; length < header.Length - 4; length++) Assert.Empty(CsaHeader.Find(header.AsSpan(0, length), "NumberOfImagesInMosaic"));
            for (int place = 8; place < header.Length; place++)
            {
                foreach (byte value in (byte[])[0x00, 0x7F, 0x80, 0xFF])
                {
                    byte[] damaged = [.. header];
                    damaged[place] = value;
                    Assert.True(CsaHeader.Find(damaged, "NumberOfImagesInMosaic").Count <= 4096, place.ToString(CultureInfo.InvariantCulture));
                }
            }
        }
    }
}
