using static PSDicom.Core.Tests.Volumes.SliceBuilder;

namespace PSDicom.Core.Tests.Volumes;

/// <summary>Planes of a dose, by Grid Frame Offset Vector in its two readings (PS3.3 section C.8.8.3.2).</summary>
public class DoseStackTests
{
    private static DicomStack Dose(string offsets, int frames, double z = -20, string cosines = @"1\0\0\0\1\0") => Sorting.Stack(
        Slice(1, z).With(Orientation, "DS", cosines).WithSize(4, 4, frames).With(0x0008_0060, "CS", "RTDOSE").With(0x3004_000C, "DS", offsets));

    [Theory]
    [InlineData(@"0\2.5\5", @"1\0\0\0\1\0", new double[] { -20, -17.5, -15 })]
    [InlineData(@"0\2.5\5", @"1\0\0\0\-1\0", new double[] { -20, -22.5, -25 })]
    [InlineData(@"0\-2.5\-5", @"1\0\0\0\1\0", new double[] { -25, -22.5, -20 })]
    public void Offsets_from_zero_are_distances_along_row_x_column(string offsets, string cosines, double[] positions)
    {
        DicomStack stack = Dose(offsets, 3, cosines: cosines);
        Assert.Equal((3, true, SeriesProblem.None), (stack.Slices, stack.IsRegular, stack.Problem));
        Assert.Equal(positions, stack.Geometry!.Arrangement.Select(slice => slice!.Value.Position.Z));
    }

    [Fact]
    public void Offsets_from_the_position_are_coordinates()
    {
        DicomStack stack = Dose(@"-20\-17\-14", 3);
        Assert.Equal((3, SeriesProblem.None), (stack.Slices, stack.Problem));
        Assert.Equal([-20d, -17, -14], stack.Geometry!.Arrangement.Select(slice => slice!.Value.Position.Z));
    }

    [Fact]
    public void Offsets_that_begin_elsewhere_are_told_and_taken_as_distances()
    {
        DicomStack stack = Dose(@"5\8\11", 3);
        Assert.Equal(SeriesProblem.PositionsContradicted, stack.Problem);
        Assert.Equal([-20d, -17, -14], stack.Geometry!.Arrangement.Select(slice => slice!.Value.Position.Z));
    }

    [Theory]
    [InlineData(@"0\2.5")]
    [InlineData(@"0\2.5\here")]
    public void Offsets_that_do_not_fit_the_frames_are_told(string offsets)
    {
        DicomStack stack = Dose(offsets, 3);
        Assert.Equal((StackKind.Images, SeriesProblem.PositionsContradicted), (stack.Kind, stack.Problem));
    }

    [Fact]
    public void Uneven_offsets_are_uneven_slices()
    {
        Assert.Equal(SeriesProblem.UnevenSpacing, Dose(@"0\2\5\9", 4).Problem);
    }
}
