using static PSDicom.Core.Tests.Volumes.SliceBuilder;

namespace PSDicom.Core.Tests.Volumes;

/// <summary>Segmentations: a stack a segment, with slices that are all zero where there is no frame.</summary>
public class SegmentationStackTests
{
    private static DatasetBuilder Frame(int segment, double z) => new DatasetBuilder()
        .WithSequence(0x0020_9113, new DatasetBuilder().With(Position, "DS", Decimals(0, 0, z)))
        .WithSequence(0x0062_000A, new DatasetBuilder().With(0x0062_000B, "US", segment));

    private static SliceBuilder Segmentation(int instance, double? spacing, params DatasetBuilder[] frames)
    {
        DatasetBuilder measures = new DatasetBuilder();
        if (spacing is { } declared) measures.With(0x0018_0088, "DS", Decimals(declared));
        return Image(instance).With(0x0008_0060, "CS", "SEG").WithSize(4, 4, frames.Length)
            .WithSequence(SharedGroups, new DatasetBuilder()
                .WithSequence(0x0020_9116, new DatasetBuilder().With(Orientation, "DS", @"1\0\0\0\1\0"))
                .WithSequence(0x0028_9110, measures.With(PixelSpacing, "DS", @"1\1")))
            .WithSequence(FrameGroups, frames);
    }

    [Fact]
    public void Segments_have_one_grid_and_zero_slices_where_frames_are_left_out()
    {
        IReadOnlyList<DicomStack> stacks = Sorting.Stacks(Segmentation(1, 2, Frame(1, 0), Frame(1, 2), Frame(2, 2), Frame(2, 8)));
        Assert.Equal(["Segment 1", "Segment 2"], stacks.Select(stack => stack.SplitBy));
        Assert.All(stacks, stack => Assert.Equal((5, 1, true, SeriesProblem.None), (stack.Slices, stack.Volumes, stack.IsRegular, stack.Problem)));
        Assert.All(stacks, stack => Assert.Equal([0, 0, 0], stack.Origin!));
        Assert.All(stacks, stack => Assert.Equal(2, stack.Spacing![2]));
        Assert.Equal([true, true, false, false, false], stacks[0].Geometry!.Arrangement.Select(slice => slice is not null));
        Assert.Equal([false, true, false, false, true], stacks[1].Geometry!.Arrangement.Select(slice => slice is not null));
        Assert.Equal([3, 3], stacks.Select(stack => stack.AbsentFrames));
        Assert.Equal([2, 5], stacks[1].Frames.Select(frame => frame.Slice!.Value));
        Assert.Equal(0, stacks[0].MissingSlices);
    }

    [Fact]
    public void Without_a_declared_spacing_the_smallest_gap_is_the_grid()
    {
        DicomStack stack = Sorting.Stack(Segmentation(1, null, Frame(1, 0), Frame(1, 3), Frame(1, 12)));
        Assert.Equal((5, 2), (stack.Slices, stack.AbsentFrames));
    }

    [Fact]
    public void A_declared_spacing_that_does_not_fit_does_not_count()
    {
        Assert.Equal(3, Sorting.Stack(Segmentation(1, 2.2, Frame(1, 0), Frame(1, 3), Frame(1, 6))).Slices);
    }

    [Fact]
    public void Frames_on_no_grid_are_uneven()
    {
        DicomStack stack = Sorting.Stack(Segmentation(1, null, Frame(1, 0), Frame(1, 3), Frame(1, 7.3)));
        Assert.Equal((3, SeriesProblem.UnevenSpacing, 0), (stack.Slices, stack.Problem, stack.AbsentFrames));
    }

    /// <summary>Else a file of a few frames could ask for millions of slices.</summary>
    [Fact]
    public void A_grid_has_no_more_slices_than_an_image_can_have()
    {
        DicomStack stack = Sorting.Stack(Segmentation(1, 0.001, Frame(1, 0), Frame(1, 100_000), Frame(1, 200_000)));
        Assert.Equal((3, 0), (stack.Slices, stack.AbsentFrames));
    }

    [Fact]
    public void No_frame_of_a_segment_is_lost_where_two_lie_in_one_slice_of_the_grid()
    {
        DicomStack stack = Sorting.Stack(Segmentation(1, 5, Frame(1, 0), Frame(1, 0.02), Frame(1, 5), Frame(1, 10)));
        Assert.Equal((4, SeriesProblem.UnevenSpacing), (stack.FrameCount, stack.Problem & SeriesProblem.UnevenSpacing));
        Assert.Equal(4, stack.Geometry!.Arrangement.Count(slice => slice is not null));
    }

    [Fact]
    public void Two_files_are_two_segmentations()
    {
        IReadOnlyList<DicomStack> stacks = Sorting.Stacks(Segmentation(1, 1, Frame(1, 0), Frame(1, 1)), Segmentation(2, 1, Frame(1, 0), Frame(1, 1)));
        Assert.Equal([1, 1], stacks.Select(stack => stack.Volumes));
        Assert.Equal("SOPInstanceUID 1.2.3.4.2", stacks[1].SplitBy);
    }
}
