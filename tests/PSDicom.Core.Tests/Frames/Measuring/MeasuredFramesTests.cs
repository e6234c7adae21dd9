using PSDicom.Frames;
using PSDicom.Frames.Measuring;

namespace PSDicom.Core.Tests.Frames.Measuring;

/// <summary>Statistics of frames, from the file to the numbers.</summary>
public class MeasuredFramesTests
{
    private static readonly double[] Quartiles = [0, 25, 50, 75, 100];

    [Fact]
    public void Values_are_rescaled_with_their_unit_and_padding_is_left_out()
    {
        FrameMeasurement measured = Measure(Ct(-2000).WithValue(FrameImage.PixelData, "OW", Words(0, 24, 1024, 1064, -2000, -2000)), Asked()).Single();
        Assert.Equal((4, 2, "HU", 1, 1), (measured.Count, measured.ExcludedCount, measured.Unit, measured.Frame, measured.FrameCount));
        Assert.Equal([-1024, 40, -496], [measured.Minimum, measured.Maximum, measured.Mean]);
        Assert.Equal(Math.Sqrt(((528.0 * 528) + (504 * 504) + (496 * 496) + (536 * 536)) / 4), measured.StandardDeviation, 1e-9);
        Assert.Equal([-1024, -1006, -500, 10, 40], measured.GetPercentiles().Select(percentile => percentile.Value));
        Assert.Equal(["P0", "P25", "P50", "P75", "P100"], measured.GetPercentiles().Select(percentile => percentile.Name));
        Assert.Equal(["-1024:1", "-1000:1", "0:1", "40:1"], measured.GetHistogram()!.Select(line => line.ToString()));
    }

    [Fact]
    public void Stored_values_are_measured_if_asked_for_and_padding_is_left_out_of_them_too()
    {
        var options = new FrameMeasureOptions { Stored = true };
        FrameMeasurement measured = Measure(Ct(-2000).WithValue(FrameImage.PixelData, "OW", Words(0, 24, 1024, 1064, -2000, -2000)), options).Single();
        Assert.Equal((4, 0, 1064, null), (measured.Count, measured.Minimum, measured.Maximum, measured.Unit));
        Assert.Empty(measured.GetPercentiles());
        Assert.Null(measured.GetHistogram());
    }

    [Fact]
    public void A_range_of_padding_is_left_out()
    {
        DatasetBuilder image = Ct(-2000).With(0x0028_0121, "SS", -1990).WithValue(FrameImage.PixelData, "OW", Words(5, -2000, -1995, -1990, -1989, 7));
        Assert.Equal((3, 3, -3013), Select(Measure(image, new FrameMeasureOptions()).Single()));

        static (long, long, double) Select(FrameMeasurement measured) => (measured.Count, measured.ExcludedCount, measured.Minimum);
    }

    [Fact]
    public void A_frame_of_nothing_but_padding_has_no_values()
    {
        FrameMeasurement measured = Measure(Ct(-2000).WithValue(FrameImage.PixelData, "OW", Words(-2000, -2000, -2000, -2000, -2000, -2000)), Asked()).Single();
        Assert.Equal((0, 6), (measured.Count, measured.ExcludedCount));
        Assert.All([measured.Minimum, measured.Maximum, measured.Mean, measured.StandardDeviation, measured.GetPercentiles()[2].Value], value => Assert.Equal(double.NaN, value));
        Assert.Empty(measured.GetHistogram()!);
    }

    [Theory]
    [InlineData("0,0,3,2", 1, 6, 3.5)]
    [InlineData("1,0,2,1", 2, 3, 2.5)]
    [InlineData("2,1,1,1", 6, 6, 6)]
    public void A_region_is_columns_and_rows_from_the_top_left(string region, double minimum, double maximum, double mean)
    {
        var options = new FrameMeasureOptions { Region = FrameRegion.Parse(region) };
        FrameMeasurement measured = Measure(Grey(2, 3, 8).WithValue(FrameImage.PixelData, "OB", 1, 2, 3, 4, 5, 6), options).Single();
        Assert.Equal((minimum, maximum, mean, region), (measured.Minimum, measured.Maximum, measured.Mean, measured.Region!.ToString()));
    }

    [Theory]
    [InlineData("1,0,3,1")]
    [InlineData("0,2,1,1")]
    [InlineData("2147483647,0,2147483647,1")]
    public void A_region_beyond_the_frame_is_an_error(string region)
    {
        var options = new FrameMeasureOptions { Region = FrameRegion.Parse(region) };
        DicomException exception = Assert.Throws<DicomException>(() => Measure(Grey(2, 3, 8).WithValue(FrameImage.PixelData, "OB", 1, 2, 3, 4, 5, 6), options));
        Assert.Equal(DicomErrorReason.RegionNotFound, exception.Reason);
        Assert.Contains("3 x 2", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("1,2,3")]
    [InlineData("1,2,3,4,5")]
    [InlineData("1,2,3,0")]
    [InlineData("-1,2,3,4")]
    [InlineData("a,2,3,4")]
    public void What_is_no_region_is_an_error(string region) => Assert.Throws<ArgumentException>(() => FrameRegion.Parse(region));

    [Fact]
    public void Frames_together_are_as_one()
    {
        DatasetBuilder clip = Grey(1, 2, 8, frames: 3).WithValue(FrameImage.PixelData, "OB", 1, 2, 3, 10, 20, 200);
        FrameMeasurement whole = Measure(Grey(1, 6, 8).WithValue(FrameImage.PixelData, "OB", 1, 2, 3, 10, 20, 200), Asked()).Single();
        FrameMeasurement total = Measure(clip, new FrameMeasureOptions { Total = true, Percentiles = Quartiles, Histogram = true }).Single();
        Assert.Equal((null, 3, 6), (total.Frame, total.FrameCount, total.Count));
        Assert.Equal((whole.Minimum, whole.Maximum), (total.Minimum, total.Maximum));
        Assert.Equal(whole.Mean, total.Mean, 1e-12);
        Assert.Equal(whole.StandardDeviation, total.StandardDeviation, 1e-12);
        Assert.Equal(whole.GetPercentiles().Select(percentile => percentile.Value), total.GetPercentiles().Select(percentile => percentile.Value));
        Assert.Equal(whole.GetHistogram()!, total.GetHistogram()!);
        Assert.Equal(55.75, Measure(clip, new FrameMeasureOptions { Total = true, Frames = [3, 1] }).Single().Mean, 1e-12);
    }

    [Fact]
    public void Frames_of_different_units_have_a_total_without_one_and_a_warning()
    {
        DatasetBuilder Group(string unit) => new DatasetBuilder().WithSequence(
            0x0028_9145, new DatasetBuilder().With(0x0028_1052, "DS", "0").With(0x0028_1053, "DS", "1").With(0x0028_1054, "LO", unit));
        DatasetBuilder file = Grey(1, 1, 8, frames: 2).WithSequence(0x5200_9230, Group("HU"), Group("GY")).WithValue(FrameImage.PixelData, "OB", 1, 2);
        Assert.Equal(["HU", "GY"], Measure(file, new FrameMeasureOptions()).Select(measured => measured.Unit));
        FrameMeasurement total = Measure(file, new FrameMeasureOptions { Total = true }).Single();
        Assert.Null(total.Unit);
        Assert.Contains("different units", Assert.Single(total.Warnings).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_frame_that_there_is_not_ends_the_total() => Assert.Equal(
        DicomErrorReason.FrameNotFound,
        Assert.Throws<DicomException>(() => Measure(Grey(1, 1, 8).WithValue(FrameImage.PixelData, "OB", 1), new FrameMeasureOptions { Total = true, Frames = [2] })).Reason);

    [Fact]
    public void Values_of_more_than_16_bits_are_measured_exactly()
    {
        DatasetBuilder image = Grey(1, 4, 32).WithValue(FrameImage.PixelData, "OW", Words(1, 0, 0, 0xFFFF, 1, 0, 2, 0));
        FrameMeasurement measured = Measure(image, Asked()).Single();
        Assert.Equal([1, 4294901760, (4294901760.0 + 4) / 4, 1.5], [measured.Minimum, measured.Maximum, measured.Mean, measured.GetPercentiles()[2].Value]);
        Assert.Equal(["1:2", "2:1", "4294901760:1"], measured.GetHistogram()!.Select(line => line.ToString()));
    }

    [Fact]
    public void Reals_that_are_no_numbers_are_left_out()
    {
        byte[] values = [.. new[] { 1.5f, float.NaN, -2.5f, 7 }.SelectMany(BitConverter.GetBytes)];
        DatasetBuilder image = Grey(1, 4, 32).With(0x0028_0122, "FL", 7f).WithValue(0x7FE0_0008, "OF", values);
        FrameMeasurement measured = Measure(image, Asked()).Single();
        Assert.Equal((2, 2, -2.5, 1.5, -0.5), (measured.Count, measured.ExcludedCount, measured.Minimum, measured.Maximum, measured.Mean));
        Assert.Equal(["-2.5:1", "1.5:1"], measured.GetHistogram()!.Select(line => line.ToString()));
    }

    [Fact]
    public void Samples_of_colour_are_measured_together_as_stored()
    {
        DatasetBuilder image = new DatasetBuilder().Describe(1, 2, 8, samples: 3, photometric: "RGB").With(0x0028_0120, "US", 3).With(0x0028_1053, "DS", "2")
            .WithValue(FrameImage.PixelData, "OB", 1, 2, 3, 4, 5, 6);
        FrameMeasurement measured = Measure(image, new FrameMeasureOptions { Region = new FrameRegion(1, 0, 1, 1) }).Single();
        Assert.Equal((3, 0, 4, 6), (measured.Count, measured.ExcludedCount, measured.Minimum, measured.Maximum));
    }

    [Fact]
    public void Entries_of_a_lookup_table_that_are_equal_are_one_value()
    {
        DatasetBuilder table = new DatasetBuilder().With(0x0028_3002, "US", 3, 0, 16).With(0x0028_3006, "US", 7, 9, 7).With(0x0028_3004, "LO", "OD");
        FrameMeasurement measured = Measure(Grey(1, 3, 8).WithSequence(0x0028_3000, table).WithValue(FrameImage.PixelData, "OB", 0, 1, 2), Asked()).Single();
        Assert.Equal(["7:2", "9:1"], measured.GetHistogram()!.Select(line => line.ToString()));
        Assert.Equal("OD", measured.Unit);
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(100.1)]
    [InlineData(double.NaN)]
    public void A_percentile_is_from_0_to_100(double percent) =>
        Assert.Throws<ArgumentException>(() => new FrameMeasureOptions { Percentiles = [percent] }.Validate());

    private static FrameMeasureOptions Asked() => new() { Percentiles = Quartiles, Histogram = true };

    private static DatasetBuilder Grey(int rows, int columns, int bits, int? frames = null) => new DatasetBuilder().Describe(rows, columns, bits, frames: frames);

    private static DatasetBuilder Ct(int padding) => new DatasetBuilder().With(0x0008_0060, "CS", "CT").Describe(2, 3, 16, isSigned: true)
        .With(0x0028_0120, "SS", padding).With(0x0028_1052, "DS", "-1024").With(0x0028_1053, "DS", "1");

    private static byte[] Words(params int[] values) => [.. values.SelectMany(value => new[] { (byte)value, (byte)(value >> 8) })];

    private static List<FrameMeasurement> Measure(DatasetBuilder image, FrameMeasureOptions options)
    {
        using var file = new TemporaryFile(image.ToFile());
        using IFrameSource<FrameMeasurement> frames = MeasuredFrames.Open(file.Path, options, default);
        var measured = new List<FrameMeasurement>();
        for (int frame = 1; frame <= frames.Count; frame++) measured.Add(frames.Read(frame));
        return measured;
    }
}
