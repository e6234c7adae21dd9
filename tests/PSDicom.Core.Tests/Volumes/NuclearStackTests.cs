using static PSDicom.Core.Tests.Volumes.SliceBuilder;

namespace PSDicom.Core.Tests.Volumes;

/// <summary>Slices that nuclear medicine reconstructs (PS3.3 sections C.8.4.8 and C.8.4.15).</summary>
public class NuclearStackTests
{
    private const uint SliceVector = 0x0054_0080;
    private const uint TimeSlotVector = 0x0054_0070;
    private const uint DetectorVector = 0x0054_0020;

    private static SliceBuilder Nuclear(int frames, string? spacing = "4") => With(spacing, Image(1)
        .Without(Orientation)
        .With(0x0008_0060, "CS", "NM")
        .With(ImageType, "CS", @"ORIGINAL\PRIMARY\RECON TOMO\EMISSION")
        .WithSize(4, 4, frames)
        .WithSequence(0x0054_0022, Detector(10)));

    private static SliceBuilder With(string? spacing, SliceBuilder file) => spacing is null ? file : file.With(0x0018_0088, "DS", spacing);

    private static DatasetBuilder Detector(double z) =>
        new DatasetBuilder().With(Position, "DS", Decimals(0, 0, z)).With(Orientation, "DS", @"1\0\0\0\1\0");

    private static IEnumerable<double> Places(DicomStack stack) => stack.Geometry!.Arrangement.Select(slice => slice!.Value.Position.Z);

    [Theory]
    [InlineData("4", new double[] { 10, 14, 18 })]
    [InlineData("-4", new double[] { 2, 6, 10 })]
    public void The_sign_of_the_spacing_is_the_way_from_the_first_slice(string spacing, double[] places)
    {
        DicomStack stack = Sorting.Stack(Nuclear(3, spacing).With(SliceVector, "US", 1, 2, 3));
        Assert.Equal((3, SeriesProblem.None), (stack.Slices, stack.Problem));
        Assert.Equal(places, Places(stack));
        Assert.Equal(4, stack.SpacingDeclared);
    }

    [Fact]
    public void The_slice_vector_tells_which_slice_a_frame_is()
    {
        DicomStack stack = Sorting.Stack(Nuclear(3).With(SliceVector, "US", 2, 3, 1));
        Assert.Equal([3, 1, 2], stack.Frames.Select(frame => frame.Frame));
    }

    [Fact]
    public void Time_slots_are_volumes()
    {
        DicomStack stack = Sorting.Stack(Nuclear(4).With(TimeSlotVector, "US", 2, 2, 1, 1).With(SliceVector, "US", 1, 2, 1, 2));
        Assert.Equal((2, 2), (stack.Slices, stack.Volumes));
        Assert.Equal([3, 4, 1, 2], stack.Frames.Select(frame => frame.Frame));
    }

    [Fact]
    public void Energy_windows_come_apart()
    {
        IReadOnlyList<DicomStack> stacks = Sorting.Stacks(Nuclear(4).With(0x0054_0010, "US", 1, 1, 2, 2).With(SliceVector, "US", 1, 2, 1, 2));
        Assert.Equal([2, 2], stacks.Select(stack => stack.Slices));
        Assert.Contains("energy window 2", stacks[1].SplitBy);
    }

    [Fact]
    public void Each_detector_has_its_place()
    {
        IReadOnlyList<DicomStack> stacks = Sorting.Stacks(
            Nuclear(4).With(DetectorVector, "US", 1, 1, 2, 2).With(SliceVector, "US", 1, 2, 1, 2).WithSequence(0x0054_0022, Detector(10), Detector(50)));
        Assert.Equal([10d, 50], stacks.Select(stack => stack.Origin![2]));
    }

    [Fact]
    public void Without_a_slice_vector_reconstructed_frames_follow_each_other()
    {
        Assert.Equal([10d, 14, 18], Places(Sorting.Stack(Nuclear(3))));
    }

    [Fact]
    public void Thickness_stands_in_for_a_spacing_that_is_not_told()
    {
        DicomStack stack = Sorting.Stack(Nuclear(2, null).With(0x0018_0050, "DS", "3"));
        Assert.Equal((3, SeriesProblem.SpacingGuessed), (stack.Spacing![2], stack.Problem));
    }

    [Fact]
    public void Vectors_that_do_not_fit_the_frames_are_told()
    {
        DicomStack stack = Sorting.Stack(Nuclear(3).With(SliceVector, "US", 1, 2));
        Assert.Equal((StackKind.Images, SeriesProblem.PositionsContradicted), (stack.Kind, stack.Problem));
    }

    [Fact]
    public void Projections_are_no_slices()
    {
        DicomStack stack = Sorting.Stack(Nuclear(3).With(ImageType, "CS", @"ORIGINAL\PRIMARY\TOMO\EMISSION"));
        Assert.Equal((StackKind.Images, SeriesProblem.None), (stack.Kind, stack.Problem));
    }
}
