using System.Globalization;
using PSDicom.Volumes;
using static PSDicom.Core.Tests.Volumes.SliceBuilder;

namespace PSDicom.Core.Tests.Volumes;

/// <summary>Files of many frames whose functional groups tell where they lie.</summary>
public class EnhancedStackTests
{
    private const uint PlanePosition = 0x0020_9113;
    private const uint PlaneOrientation = 0x0020_9116;
    private const uint PixelMeasures = 0x0028_9110;
    private const uint FrameContent = 0x0020_9111;
    private const uint Echo = 0x0018_9114;
    private const uint FrameType = 0x0018_9226;

    private static DatasetBuilder In(uint group, DatasetBuilder item) => new DatasetBuilder().WithSequence(group, item);

    private static DatasetBuilder At(double z) => In(PlanePosition, new DatasetBuilder().With(Position, "DS", Decimals(0, 0, z)));

    private static DatasetBuilder Plane(string cosines = @"1\0\0\0\1\0", string spacing = @"1\1") => new DatasetBuilder()
        .WithSequence(PlaneOrientation, new DatasetBuilder().With(Orientation, "DS", cosines))
        .WithSequence(PixelMeasures, new DatasetBuilder().With(PixelSpacing, "DS", spacing));

    private static SliceBuilder Enhanced(int instance, DatasetBuilder shared, params DatasetBuilder[] frames) => Image(instance)
        .Without(Orientation).Without(PixelSpacing)
        .WithSize(4, 4, frames.Length)
        .WithSequence(SharedGroups, shared)
        .WithSequence(FrameGroups, frames);

    [Fact]
    public void Frames_are_in_the_order_of_their_positions()
    {
        DicomStack stack = Sorting.Stack(Enhanced(1, Plane(), At(4), At(0), At(2)));
        Assert.Equal((3, 1, true), (stack.Slices, stack.FileCount, stack.IsRegular));
        Assert.Equal([2, 3, 1], stack.Frames.Select(frame => frame.Frame));
        Sorting.AssertNear(new Vector3d(0, 0, 2), stack.Geometry!.K);
    }

    [Fact]
    public void What_a_frame_says_comes_before_what_all_say()
    {
        DatasetBuilder OfFrame(double z) => At(z).WithSequence(PixelMeasures, new DatasetBuilder().With(PixelSpacing, "DS", @"0.5\0.25"));
        DicomStack stack = Sorting.Stack(Enhanced(1, Plane(), OfFrame(0), OfFrame(3)));
        Assert.Equal([0.25, 0.5, 3], stack.Spacing!);
    }

    [Fact]
    public void Dimension_indices_do_not_count()
    {
        DatasetBuilder Of(double z, int index) => new DatasetBuilder()
            .WithSequence(FrameContent, new DatasetBuilder().With(0x0020_9157, "UL", 1, index))
            .WithSequence(PlanePosition, new DatasetBuilder().With(Position, "DS", Decimals(0, 0, z)));
        Assert.Equal([1, 2, 3], Sorting.Stack(Enhanced(1, Plane(), Of(0, 3), Of(1, 1), Of(2, 2))).Frames.Select(frame => frame.Frame));
    }

    [Fact]
    public void Several_files_form_one_volume()
    {
        DicomStack stack = Sorting.Stack(Enhanced(2, Plane(), At(1), At(5)), Enhanced(1, Plane(), At(3), At(7)));
        Assert.Equal((4, 2, true), (stack.Slices, stack.FileCount, stack.IsRegular));
        Assert.Equal("2 1 2 1", Sorting.Instances(stack));
    }

    [Fact]
    public void Files_that_are_volumes_are_times()
    {
        DicomStack stack = Sorting.Stack(Enhanced(2, Plane(), At(1), At(0)), Enhanced(1, Plane(), At(0), At(1)));
        Assert.Equal((2, 2), (stack.Slices, stack.Volumes));
        Assert.Equal(["1:1", "1:2", "2:2", "2:1"], stack.Frames.Select(frame => string.Format(CultureInfo.InvariantCulture, "{0}:{1}", frame.File.InstanceNumber, frame.Frame)));
    }

    [Fact]
    public void Echoes_and_parts_of_complex_numbers_come_apart()
    {
        DatasetBuilder Of(double z, double echo, string part) => new DatasetBuilder()
            .WithSequence(Echo, new DatasetBuilder().With(0x0018_9082, "FD", echo))
            .WithSequence(FrameType, new DatasetBuilder().With(0x0008_9007, "CS", @"ORIGINAL\PRIMARY\M\NONE").With(0x0008_9208, "CS", part))
            .WithSequence(PlanePosition, new DatasetBuilder().With(Position, "DS", Decimals(0, 0, z)));
        IReadOnlyList<DicomStack> stacks = Sorting.Stacks(Enhanced(
            1, Plane(), Of(0, 4.6, "MAGNITUDE"), Of(1, 4.6, "MAGNITUDE"), Of(0, 9.2, "MAGNITUDE"), Of(1, 9.2, "MAGNITUDE"), Of(0, 4.6, "PHASE"), Of(1, 4.6, "PHASE"))
            .With(0x0008_0060, "CS", "MR"));
        Assert.Equal(
            ["ComplexPart M, EchoTime 4.6", "ComplexPart M, EchoTime 9.2", "ComplexPart P, EchoTime 4.6"], stacks.Select(stack => stack.SplitBy));
        Assert.All(stacks, stack => Assert.Equal((2, 1), (stack.Slices, stack.FileCount)));
    }

    [Fact]
    public void Temporal_positions_order_volumes_and_tell_their_times()
    {
        DatasetBuilder Of(double z, int time) => new DatasetBuilder()
            .WithSequence(FrameContent, new DatasetBuilder().With(0x0020_9128, "UL", time))
            .WithSequence(PlanePosition, new DatasetBuilder().With(Position, "DS", Decimals(0, 0, z)))
            .WithSequence(0x0020_9310, new DatasetBuilder().With(0x0020_930D, "FD", time * 1.5));
        DicomStack stack = Sorting.Stack(Enhanced(1, Plane(), Of(0, 2), Of(0, 1), Of(1, 2), Of(1, 1)));
        Assert.Equal([2, 4, 1, 3], stack.Frames.Select(frame => frame.Frame));
        Assert.Equal([0, 1.5], stack.Geometry!.VolumeTimes!);
    }

    [Fact]
    public void A_frame_without_a_position_leaves_the_volume()
    {
        IReadOnlyList<DicomStack> stacks = Sorting.Stacks(Enhanced(1, Plane(), At(0), At(1), new DatasetBuilder()));
        Assert.Equal([2, 1], stacks.Select(stack => stack.FrameCount).OrderByDescending(count => count));
        Assert.Contains(stacks, stack => stack.Kind == StackKind.Images && stack.Problem == SeriesProblem.NoPosition);
    }

    [Fact]
    public void Positions_in_the_volume_of_the_device_are_told()
    {
        DatasetBuilder Of(double z) => In(0x0020_930E, new DatasetBuilder().With(0x0020_9301, "FD", 0, 0, z));
        DatasetBuilder shared = new DatasetBuilder()
            .WithSequence(0x0020_930F, new DatasetBuilder().With(0x0020_9302, "FD", 1, 0, 0, 0, 1, 0))
            .WithSequence(PixelMeasures, new DatasetBuilder().With(PixelSpacing, "DS", @"1\1"));
        DicomStack stack = Sorting.Stack(Enhanced(1, shared, Of(0), Of(0.5)).With(0x0008_0060, "CS", "US"));
        Assert.Equal((2, SeriesProblem.NotPatientCoordinates), (stack.Slices, stack.Problem));
        Assert.Equal(0.5, stack.Spacing![2]);
    }

    [Fact]
    public void A_volume_may_be_in_enhanced_and_classic_files()
    {
        Assert.Equal(3, Sorting.Stack(Enhanced(1, Plane(), At(0), At(1)), Slice(2, 2)).Slices);
    }
}
