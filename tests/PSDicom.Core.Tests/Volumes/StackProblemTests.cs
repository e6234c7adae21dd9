using PSDicom.Volumes;
using static PSDicom.Core.Tests.Volumes.SliceBuilder;

namespace PSDicom.Core.Tests.Volumes;

/// <summary>What is wrong with stacks, each by the name of its problem.</summary>
public class StackProblemTests
{
    private static SliceBuilder[] Slices(params double[] positions) => [.. positions.Select((z, i) => Slice(i + 1, z))];

    [Theory]
    [InlineData(new double[] { 0, 5, 15, 20 }, 1, new[] { 2 })]
    [InlineData(new double[] { 0, 5, 25, 30, 40 }, 4, new[] { 2, 4 })]
    [InlineData(new double[] { 0, 10, 15 }, 1, new[] { 1 })]
    public void A_slice_that_is_missing_does_not_move_the_others(double[] positions, int missing, int[] after)
    {
        DicomStack stack = Sorting.Stack(Slices(positions));
        Assert.Equal(SeriesProblem.MissingSlices, stack.Problem);
        Assert.False(stack.IsRegular);
        Assert.Equal(missing, stack.MissingSlices);
        Assert.Equal(after, stack.MissingAfter);
        Assert.Equal(5, stack.Spacing![2]);
        Assert.Equal(positions.Select(position => position / 5), stack.Geometry!.SlicePositions);
    }

    [Fact]
    public void Uneven_slices_are_told_with_their_gaps()
    {
        DicomStack stack = Sorting.Stack(Slices(0, 1.081, 5.083, 12.082));
        Assert.Equal(SeriesProblem.UnevenSpacing, stack.Problem);
        Assert.False(stack.IsRegular);
        Assert.Equal((1.081, 6.999), (stack.MinGap, stack.MaxGap));
        Assert.Equal(0, stack.MissingSlices);
        Assert.Equal(12.082 / 3, stack.Spacing![2], 6);
        Assert.Equal(3, stack.Geometry!.SlicePositions[3], 9);
    }

    [Theory]
    [InlineData(0.009, true)]
    [InlineData(0.011, false)]
    public void Gaps_are_the_same_within_a_hundredth_of_a_millimeter(double difference, bool isRegular)
    {
        Assert.Equal(isRegular, Sorting.Stack(Slices(0, 0.5, 1, 1.5 + difference)).IsRegular);
    }

    [Theory]
    [InlineData(0.09, true)]
    [InlineData(0.11, false)]
    public void Gaps_are_the_same_within_a_hundredth_of_their_length(double difference, bool isRegular)
    {
        Assert.Equal(isRegular, Sorting.Stack(Slices(0, 10, 20, 30 + difference)).IsRegular);
    }

    [Fact]
    public void A_tilted_gantry_is_a_shear_that_stays()
    {
        const double Angle = 18.5 * Math.PI / 180;
        string cosines = Decimals(1, 0, 0, 0, Math.Cos(Angle), -Math.Sin(Angle));
        DicomStack stack = Sorting.Stack([.. Enumerable.Range(0, 5).Select(i => Slice(i, 2.5 * i).With(Orientation, "DS", cosines).With(0x0018_1120, "DS", "-18.5"))]);
        Assert.Equal(18.5, stack.GantryTilt);
        Assert.True(stack.IsRegular);
        Assert.Equal(SeriesProblem.None, stack.Problem);
        Assert.Equal(2.5, stack.Spacing![2], 6);
        Sorting.AssertNear(new Vector3d(0, 0, 2.5), stack.Geometry!.K);
    }

    [Fact]
    public void Slices_that_are_shifted_each_differently_are_no_volume()
    {
        DicomStack stack = Sorting.Stack(Slice(1, 0), Slice(2, 2).At(3, 0, 2), Slice(3, 4), Slice(4, 6));
        Assert.Equal(SeriesProblem.ShiftedSlices, stack.Problem);
        Assert.False(stack.IsRegular);
    }

    [Fact]
    public void A_copy_of_a_file_is_left_out()
    {
        byte[][] files = [.. Slices(0, 1, 2).Select(file => file.ToFile())];
        DicomSeries series = Assert.Single(Sorting.SortBytes(("a", files[0]), ("b", files[1]), ("copy", files[1]), ("c", files[2])));
        DicomStack stack = Assert.Single(series.Stacks);
        Assert.Equal((3, 1), (stack.Slices, stack.Volumes));
        Assert.True(stack.IsRegular);
        Assert.Equal(1, stack.DuplicateFrames);
        Assert.Equal(SeriesProblem.DuplicateFiles, stack.Problem);
        Assert.Equal(SeriesProblem.DuplicateFiles, series.Problem);
        Assert.Equal("copy", Assert.Single(series.DuplicateFiles).FullName);
        Assert.Equal((3, 1), (series.FileCount, series.DuplicateFrames));
    }

    [Fact]
    public void A_file_that_is_added_twice_is_no_copy()
    {
        var sorter = new SeriesSorter(_ => "same");
        foreach (SliceBuilder file in Slices(0, 1)) sorter.Add(Sorting.Read("same", file.With(0x0008_0018, "UI", "1.2.3.4").With(0x0018_0050, "DS", "1").ToFile()));
        DicomSeries series = Assert.Single(sorter.Sort());
        Assert.Equal((1, SeriesProblem.None), (series.FileCount, series.Problem));
    }

    [Fact]
    public void Many_files_with_one_identifier_are_each_read_once_at_most()
    {
        const int Count = 50;
        int read = 0;
        var sorter = new SeriesSorter(file =>
        {
            read++;
            return file.FullName.Split('-')[0];
        });

        // Ten different contents, and a last file of another length.
        for (int i = 0; i < Count; i++)
            sorter.Add(Sorting.Read($"{i % 10}-{i}", Slice(i, i).With(0x0008_0018, "UI", "1.2.3.4").With(0x0018_0050, "DS", i == Count - 1 ? "1.0000" : "1").ToFile()));
        DicomSeries series = Assert.Single(sorter.Sort());
        Assert.Equal(Count - 1, read);
        Assert.Equal(Count - 11, series.DuplicateFiles.Count);
        Assert.Equal(SeriesProblem.DuplicateFiles | SeriesProblem.SameUIDOtherContent, series.Problem & (SeriesProblem.DuplicateFiles | SeriesProblem.SameUIDOtherContent));
    }

    [Fact]
    public void Two_identifiers_at_one_position_are_told()
    {
        DicomStack stack = Sorting.Stack([.. Slices(0, 1, 2, 3), Slice(9, 2)]);
        Assert.Equal(SeriesProblem.UnevenVolumes, stack.Problem);
        Assert.False(stack.IsRegular);
        Assert.Equal((4, 2, 1), (stack.Slices, stack.Volumes, stack.DuplicatePositions));
        Assert.Equal(5, stack.FrameCount);
        Assert.Equal("1 2 3 9 4", Sorting.Instances(stack));
        Assert.All(stack.Frames, frame => Assert.Null(frame.Slice));
        Assert.Empty(stack.Geometry!.Arrangement);
    }

    [Fact]
    public void One_identifier_with_other_bytes_is_its_own_finding()
    {
        DicomSeries series = Assert.Single(Sorting.Sort([.. Slices(0, 1), Slice(1, 2).With(0x0020_4000, "LT", "another")]));
        Assert.Equal(SeriesProblem.SameUIDOtherContent, series.Problem);
        Assert.Equal(3, Assert.Single(series.Stacks).Slices);
        Assert.Empty(series.DuplicateFiles);
    }

    [Fact]
    public void Of_one_slice_thickness_is_the_distance()
    {
        DicomStack stack = Sorting.Stack(Slice(1, 0).With(0x0018_0050, "DS", "3"));
        Assert.Equal((StackKind.Slice, 1, SeriesProblem.None), (stack.Kind, stack.Slices, stack.Problem));
        Assert.Equal(3, stack.Spacing![2]);
        Assert.True(stack.IsRegular);
        Assert.Null(stack.MinGap);
        Assert.Equal(4, Sorting.Stack(Slice(1, 0).With(0x0018_0050, "DS", "3").With(0x0018_0088, "DS", "4")).Spacing![2]);
    }

    [Fact]
    public void A_distance_that_nobody_tells_is_guessed()
    {
        DicomStack stack = Sorting.Stack(Slice(1, 0));
        Assert.Equal((1, SeriesProblem.SpacingGuessed), (stack.Spacing![2], stack.Problem));
    }

    [Theory]
    [InlineData("5", SeriesProblem.None)]
    [InlineData("-5", SeriesProblem.None)]
    [InlineData("0.5", SeriesProblem.SpacingContradicted)]
    public void The_declared_spacing_never_counts(string declared, SeriesProblem problem)
    {
        DicomStack stack = Sorting.Stack([.. Slices(0, 5, 10).Select(file => file.With(0x0018_0088, "DS", declared))]);
        Assert.Equal((problem, true), (stack.Problem, stack.IsRegular));
        Assert.Equal(5, stack.Spacing![2]);
        Assert.Equal(Math.Abs(double.Parse(declared, System.Globalization.CultureInfo.InvariantCulture)), stack.SpacingDeclared);
    }

    [Theory]
    [InlineData(Orientation, null)]
    [InlineData(Position, null)]
    [InlineData(PixelSpacing, null)]
    [InlineData(Orientation, @"1\0\0\1\0\0")]
    [InlineData(Orientation, @"0\0\0\0\0\0")]
    [InlineData(Orientation, @"1\0\0")]
    [InlineData(PixelSpacing, @"0\1")]
    [InlineData(PixelSpacing, @"-1\1")]
    [InlineData(Position, @"1\2")]
    [InlineData(Position, @"1\2\NaN")]
    [InlineData(Position, @"1\2\1e300")]
    [InlineData(Position, @"1\2\here")]
    public void A_place_that_is_none_is_not_taken(uint tag, string? text)
    {
        SliceBuilder file = Slice(1, 0);
        DicomStack stack = Sorting.Stack(text is null ? file.Without(tag) : file.With(tag, "DS", text));
        Assert.Equal((StackKind.Images, SeriesProblem.NoPosition), (stack.Kind, stack.Problem));
    }

    [Fact]
    public void Files_without_a_series_are_one_by_study_modality_and_number()
    {
        IReadOnlyList<DicomSeries> series = Sorting.Sort(
            [.. Slices(0, 1).Select(file => file.Without(SeriesUID)), Slice(3, 2).Without(SeriesUID).With(0x0020_0011, "IS", "2")]);
        Assert.Equal([2, 1], series.Select(one => one.FileCount));
        Assert.All(series, one => Assert.Null(one.SeriesInstanceUID));
        Assert.All(series, one => Assert.Equal(SeriesProblem.NoSeriesUID, one.Problem & ~SeriesProblem.SpacingGuessed));
    }

    [Fact]
    public void Two_patients_in_a_series_are_told()
    {
        DicomSeries series = Assert.Single(Sorting.Sort(Slice(1, 0), Slice(2, 1).With(0x0010_0020, "LO", "P2")));
        Assert.Equal(SeriesProblem.MixedPatients, series.Problem);
    }

    [Fact]
    public void More_frames_than_are_declared_are_told()
    {
        DicomStack stack = Sorting.Stack(Image(1).Without(0x0028_0008).WithSize(4, 4, 3).With(0x0028_0008, "IS", "2").With(0x0008_0060, "CS", "US"));
        Assert.Equal((3, SeriesProblem.FramesContradicted), (stack.FrameCount, stack.Problem));
    }

    [Fact]
    public void One_position_for_several_frames_is_none()
    {
        DicomStack stack = Sorting.Stack(Slice(1, 0).WithSize(4, 4, 3));
        Assert.Equal((StackKind.Images, SeriesProblem.NoPosition | SeriesProblem.PositionsContradicted), (stack.Kind, stack.Problem));
    }

    [Fact]
    public void A_file_without_an_image_is_in_its_series()
    {
        DicomSeries series = Assert.Single(Sorting.Sort(Slice(1, 0).Without(0x7FE0_0010).Without(0x0028_0010).With(0x0008_0060, "CS", "SR")));
        Assert.Equal((1, 0, 0, SeriesProblem.None), (series.FileCount, series.FrameCount, series.StackCount, series.Problem));
        Assert.False(series.IsRegular);
    }
}
