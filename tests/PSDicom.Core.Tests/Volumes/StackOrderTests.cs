using PSDicom.Volumes;
using static PSDicom.Core.Tests.Volumes.SliceBuilder;

namespace PSDicom.Core.Tests.Volumes;

/// <summary>Slices by where they lie, whatever they are called and however they are numbered.</summary>
public class StackOrderTests
{
    [Fact]
    public void Slices_are_in_the_order_of_their_positions()
    {
        DicomStack stack = Sorting.Stack(Slice(3, 10), Slice(1, 5), Slice(2, -2.5), Slice(4, 2.5), Slice(5, 0), Slice(6, 7.5));
        Assert.Equal("2 5 4 1 6 3", Sorting.Instances(stack));
        Assert.Equal((StackKind.Volume, 4, 4, 6, 1), (stack.Kind, stack.Columns, stack.Rows, stack.Slices, stack.Volumes));
        Assert.Equal([1, 1, 2.5], stack.Spacing!);
        Assert.Equal([0, 0, -2.5], stack.Origin!);
        Assert.Equal(SliceOrientation.Axial, stack.Orientation);
        Assert.True(stack.IsRegular);
        Assert.Equal((2.5, 2.5), (stack.MinGap, stack.MaxGap));
        Assert.Equal(SeriesProblem.None, stack.Problem);
        Assert.Null(stack.SplitBy);
        Assert.Equal([1, 2, 3, 4, 5, 6], stack.Frames.Select(frame => frame.Slice!.Value));
        Assert.All(stack.Frames, frame => Assert.Equal(1, frame.Volume));
    }

    [Theory]
    [InlineData(new[] { 0, 1, 2, 3 })]
    [InlineData(new[] { 3, 2, 1, 0 })]
    [InlineData(new[] { 2, 0, 3, 1 })]
    public void Neither_names_nor_instance_numbers_change_the_volume(int[] order)
    {
        SliceBuilder[] files = [.. order.Select((place, i) => Slice(place, 3 * (order.Length - i)))];
        StackGeometry geometry = Sorting.Stack(files).Geometry!;
        Sorting.AssertNear(new Vector3d(0, 0, 3), geometry.Origin);
        Sorting.AssertNear(new Vector3d(0, 0, 3), geometry.K);
        Assert.Equal([3d, 6, 9, 12], geometry.Arrangement.Select(slice => slice!.Value.Position.Z));
    }

    /// <summary>The way in which slices are counted is that of row x column: here from the head down.</summary>
    [Fact]
    public void Slices_ascend_along_the_normal()
    {
        StackGeometry geometry = Sorting.Stack([.. Enumerable.Range(0, 3).Select(i => Slice(i, 2 * i).With(Orientation, "DS", @"1\0\0\0\-1\0"))]).Geometry!;
        Sorting.AssertNear(new Vector3d(0, 0, 4), geometry.Origin);
        Sorting.AssertNear(new Vector3d(0, 0, -2), geometry.K);
        Sorting.AssertNear(new Vector3d(0, -1, 0), geometry.J);
    }

    [Fact]
    public void Spacing_is_that_of_columns_rows_and_slices()
    {
        DicomStack stack = Sorting.Stack([.. Enumerable.Range(0, 3).Select(i => Slice(i, 2 * i).With(PixelSpacing, "DS", @"0.7\0.5"))]);
        Assert.Equal([0.5, 0.7, 2], stack.Spacing!);
        Sorting.AssertNear(new Vector3d(0.5, 0, 0), stack.Geometry!.I);
        Sorting.AssertNear(new Vector3d(0, 0.7, 0), stack.Geometry.J);
    }

    [Theory]
    [InlineData(@"1\0\0\0\1\0", SliceOrientation.Axial)]
    [InlineData(@"1\0\0\0\0\-1", SliceOrientation.Coronal)]
    [InlineData(@"0\1\0\0\0\-1", SliceOrientation.Sagittal)]
    [InlineData(@"1\0\0\0\0.9397\0.342", SliceOrientation.Axial)]
    [InlineData(@"1\0\0\0\0.7071\0.7071", SliceOrientation.Oblique)]
    public void Orientation_is_a_word(string cosines, SliceOrientation word)
    {
        Assert.Equal(word, Sorting.Stack(Slice(1, 0).With(Orientation, "DS", cosines)).Orientation);
    }

    [Fact]
    public void Volumes_at_one_place_follow_temporal_position_then_acquisition_then_instance()
    {
        SliceBuilder Of(int instance, double z, int temporal, int acquisition) =>
            Slice(instance, z).With(0x0020_0100, "IS", temporal).With(0x0020_0012, "IS", acquisition);
        DicomStack stack = Sorting.Stack(
            Of(8, 0, 1, 1), Of(7, 1, 1, 1), Of(6, 0, 2, 1), Of(5, 1, 2, 1), Of(4, 0, 2, 2), Of(3, 1, 2, 2), Of(1, 0, 2, 2), Of(2, 1, 2, 2));
        Assert.Equal((2, 4), (stack.Slices, stack.Volumes));
        Assert.Equal("8 7 6 5 1 2 4 3", Sorting.Instances(stack));
        Assert.Equal([1, 1, 2, 2, 3, 3, 4, 4], stack.Frames.Select(frame => frame.Volume!.Value));
        Assert.True(stack.IsRegular);
    }

    [Fact]
    public void Volumes_begin_when_their_first_slice_was_taken()
    {
        SliceBuilder Of(int instance, double z, string time) => Slice(instance, z).With(0x0008_0032, "TM", time);
        DicomStack stack = Sorting.Stack(Of(1, 0, "120001"), Of(2, 1, "120000.5"), Of(3, 0, "120003"), Of(4, 1, "120004"));
        Assert.Equal([0, 2.5], stack.Geometry!.VolumeTimes!);
    }

    [Fact]
    public void Volumes_that_differ_in_time_alone_are_a_repetition_time_apart()
    {
        SliceBuilder Of(int instance, double z, string type) => Slice(instance, z).With(0x0018_0080, "DS", "2400").With(ImageType, "CS", type);
        Assert.Equal([0, 2.4], Sorting.Stack(Of(1, 0, "A"), Of(2, 1, "A"), Of(3, 0, "A"), Of(4, 1, "A")).Geometry!.VolumeTimes!);
        Assert.Null(Sorting.Stack(Of(1, 0, "A"), Of(2, 1, "A"), Of(3, 0, "B"), Of(4, 1, "B")).Geometry!.VolumeTimes);
    }

    [Fact]
    public void Images_without_a_place_are_in_the_order_of_their_instance_numbers()
    {
        DicomStack stack = Sorting.Stack([.. ((int[])[3, 1, 2]).Select(i => Image(i).With(0x0008_0060, "CS", "US"))]);
        Assert.Equal("1 2 3", Sorting.Instances(stack));
        Assert.Equal((StackKind.Images, 3, SliceOrientation.None, SeriesProblem.None), (stack.Kind, stack.Slices, stack.Orientation, stack.Problem));
        Assert.Null(stack.Spacing);
        Assert.Null(stack.Origin);
        Assert.Null(stack.Geometry);
        Assert.False(stack.IsRegular);
    }

    [Fact]
    public void Positions_nearer_than_the_tolerance_are_one()
    {
        SliceBuilder[] files = [Slice(1, 0), Slice(2, 0.004), Slice(3, 5), Slice(4, 5.004)];
        Assert.Equal((2, 2), (Sorting.Stack(files).Slices, Sorting.Stack(files).Volumes));
        Assert.Equal(4, Sorting.Stack(Slice(1, 0), Slice(2, 0.006), Slice(3, 5), Slice(4, 5.006)).Slices);
    }
}
