using static PSDicom.Core.Tests.Volumes.SliceBuilder;

namespace PSDicom.Core.Tests.Volumes;

/// <summary>What does not belong together comes apart.</summary>
public class StackSplitTests
{
    private static SliceBuilder[] Slices(int first, int count, Func<SliceBuilder, SliceBuilder> change) =>
        [.. Enumerable.Range(0, count).Select(i => change(Slice(first + i, 2 * i)))];

    [Fact]
    public void Series_come_apart_and_follow_their_numbers()
    {
        IReadOnlyList<DicomSeries> series = Sorting.Sort(
            [.. Slices(1, 2, file => file.With(SeriesUID, "UI", "1.9").With(0x0020_0011, "IS", "10")), .. Slices(11, 3, file => file.With(0x0020_0011, "IS", "9"))]);
        Assert.Equal([3, 2], series.Select(one => one.FileCount));
        Assert.Equal([9L, 10], series.Select(one => one.SeriesNumber!.Value));
    }

    [Fact]
    public void A_series_of_two_studies_is_two()
    {
        Assert.Equal(2, Sorting.Sort(Slice(1, 0), Slice(2, 1).With(0x0020_000D, "UI", "1.3")).Count);
    }

    [Fact]
    public void Localizers_and_summaries_leave_the_volume()
    {
        IReadOnlyList<DicomStack> stacks = Sorting.Stacks(
            [.. Slices(1, 4, file => file), Slice(20, 0).With(Orientation, "DS", @"1\0\0\0\0\-1"), Slice(21, 0).With(Orientation, "DS", @"0\1\0\0\0\-1"), Image(22).WithSize(6, 5)]);
        Assert.Equal([4, 1, 1, 1], stacks.Select(stack => stack.FrameCount));
        Assert.Equal([SliceOrientation.Axial, SliceOrientation.Coronal, SliceOrientation.Sagittal, SliceOrientation.None], stacks.Select(stack => stack.Orientation));
        Assert.True(stacks[0].IsRegular);
        Assert.Equal([1, 2, 3, 4], stacks.Select(stack => stack.StackIndex));
        Assert.All(stacks, stack => Assert.Equal(4, stack.StackCount));
        Assert.Equal(4, stacks.Select(stack => stack.SplitBy).Distinct().Count());
        Assert.Contains("Size 6x5", stacks[3].SplitBy);
    }

    public static TheoryData<uint, string, string, string> HardKeys => new()
    {
        { 0x0020_0052, "UI", "1.2.99", "FrameOfReferenceUID 1.2.99" },
        { PixelSpacing, "DS", @"2\2", "PixelSpacing 2x2" },
        { Orientation, "DS", @"0.999\0.0447\0\-0.0447\0.999\0", "Plane 2" },
        { 0x0018_0081, "DS", "7.65", "EchoTime 7.65" },
        { 0x0018_1314, "DS", "30", "FlipAngle 30" },
        { ImageType, "CS", @"ORIGINAL\PRIMARY\P\ND", "ComplexPart P" },
        { 0x0008_9208, "CS", "IMAGINARY", "ComplexPart I" },
    };

    [Theory]
    [MemberData(nameof(HardKeys))]
    public void Each_key_makes_a_stack(uint tag, string vr, string value, string name)
    {
        SliceBuilder MR(SliceBuilder file) => file.With(0x0008_0060, "CS", "MR");
        IReadOnlyList<DicomStack> stacks = Sorting.Stacks([.. Slices(1, 3, MR), .. Slices(4, 3, file => MR(file).With(tag, vr, value))]);
        Assert.Equal([3, 3], stacks.Select(stack => stack.Slices));
        Assert.All(stacks, stack => Assert.True(stack.IsRegular));
        Assert.Contains(name, stacks[1].SplitBy);
        Assert.Equal("1 2 3", Sorting.Instances(stacks[0]));
    }

    [Fact]
    public void What_differs_by_rounding_stays_together()
    {
        DicomStack stack = Sorting.Stack(
            Slice(1, 0), Slice(2, 1).With(Orientation, "DS", @"1\0.0015\0\-0.0015\1\0"), Slice(3, 2).With(PixelSpacing, "DS", @"1.0009\1.0009"));
        Assert.Equal(3, stack.Slices);
    }

    [Fact]
    public void Acquisitions_and_exposures_stay_together()
    {
        DicomStack stack = Sorting.Stack(Slice(1, 0).With(0x0020_0012, "IS", "1"), Slice(2, 1).With(0x0020_0012, "IS", "2").With(0x0018_1152, "IS", "99"));
        Assert.Equal((2, true), (stack.Slices, stack.IsRegular));
    }

    [Theory]
    [InlineData(ImageType, "CS", "A", "B", "ImageType")]
    [InlineData(0x0018_1060, "DS", "100", "200", "TriggerTime")]
    [InlineData(0x0020_0012, "IS", "1", "2", "AcquisitionNumber")]
    [InlineData(0x0018_9087, "FD", "0", "1000", "BValue")]
    [InlineData(0x0020_0100, "IS", "1", "2", "TemporalPosition")]
    public void Where_positions_do_not_come_out_even_the_first_key_that_helps_divides(uint tag, string vr, string first, string second, string name)
    {
        SliceBuilder Of(SliceBuilder file, string value) => vr == "FD"
            ? file.With(0x0008_0060, "CS", "MR").With(tag, vr, double.Parse(value, System.Globalization.CultureInfo.InvariantCulture))
            : file.With(0x0008_0060, "CS", "MR").With(tag, vr, value);
        IReadOnlyList<DicomStack> stacks = Sorting.Stacks([.. Slices(1, 5, file => Of(file, first)), .. Slices(6, 3, file => Of(file, second))]);
        Assert.Equal([5, 3], stacks.Select(stack => stack.Slices));
        Assert.All(stacks, stack => Assert.True(stack.IsRegular));
        Assert.Equal($"{name} {first}", stacks[0].SplitBy);
        Assert.Equal($"{name} {second}", stacks[1].SplitBy);
    }

    [Fact]
    public void Several_times_of_each_position_are_one_stack()
    {
        DicomStack stack = Sorting.Stack([.. Slices(1, 3, file => file.With(0x0020_0012, "IS", "1")), .. Slices(4, 3, file => file.With(0x0020_0012, "IS", "2"))]);
        Assert.Equal((3, 2), (stack.Slices, stack.Volumes));
    }

    /// <summary>A hundred stacks, one of which lacks a slice, would tell nobody that the run was ended.</summary>
    [Fact]
    public void A_series_over_time_that_was_ended_stays_one_stack()
    {
        SliceBuilder[] files = [.. Enumerable.Range(0, 14).Select(i => Slice(i, i % 3).With(0x0020_0012, "IS", 1 + (i / 3)))];
        DicomStack stack = Sorting.Stack(files);
        Assert.Equal((3, 5, SeriesProblem.UnevenVolumes), (stack.Slices, stack.Volumes, stack.Problem));
        Assert.Equal(0, stack.DuplicatePositions);
    }

    [Fact]
    public void A_number_that_each_frame_has_for_itself_divides_nothing()
    {
        SliceBuilder[] files = [.. Enumerable.Range(0, 12).Select(i => Slice(i, i % 11).With(0x0018_1060, "DS", i * 10))];
        Assert.Equal(SeriesProblem.UnevenVolumes, Sorting.Stack(files).Problem);
    }

    [Fact]
    public void Stacks_side_by_side_come_apart()
    {
        IReadOnlyList<DicomStack> stacks = Sorting.Stacks([.. Slices(1, 3, file => file), .. Enumerable.Range(0, 3).Select(i => Slice(4 + i, 0).At(100, 0, 2 * i))]);
        Assert.Equal([3, 3], stacks.Select(stack => stack.Slices));
        Assert.Equal([1, 1], stacks.Select(stack => stack.Volumes));
        Assert.All(stacks, stack => Assert.True(stack.IsRegular));
    }

    [Fact]
    public void Images_without_a_place_come_apart_by_size()
    {
        IReadOnlyList<DicomStack> stacks = Sorting.Stacks([.. Enumerable.Range(1, 4).Select(i => Image(i).With(0x0008_0060, "CS", "US").WithSize(i % 2 == 0 ? 4 : 8, 4))]);
        Assert.Equal(["1 3", "2 4"], stacks.Select(Sorting.Instances));
    }
}
