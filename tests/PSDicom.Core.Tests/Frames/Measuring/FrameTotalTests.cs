using PSDicom.Frames.Measuring;

namespace PSDicom.Core.Tests.Frames.Measuring;

/// <summary>Sums of measurements, and what bounds them.</summary>
public class FrameTotalTests
{
    private static readonly FrameMeasureOptions Histogram = new() { Histogram = true };

    [Fact]
    public void More_different_values_than_the_limit_are_an_error()
    {
        var total = new FrameTotal(Histogram, limit: 3);
        total.Add(Measured(Histogram, 1, 2, 3));
        total.Add(Measured(Histogram, 3, 2, 1));
        DicomException exception = Assert.Throws<DicomException>(() => total.Add(Measured(Histogram, 4)));
        Assert.Equal((DicomErrorReason.TooManyValues, "a.dcm"), (exception.Reason, exception.Path));
    }

    [Fact]
    public void Without_counts_there_is_no_limit()
    {
        var options = new FrameMeasureOptions();
        var total = new FrameTotal(options, limit: 3);
        foreach (double value in new double[] { 1, 2, 3, 4, 5 }) total.Add(Measured(options, value));
        Assert.Equal((5, 1, 5, 3), (total.ToMeasurement().Count, total.ToMeasurement().Minimum, total.ToMeasurement().Maximum, total.ToMeasurement().Mean));
        Assert.Equal(Math.Sqrt(2), total.ToMeasurement().StandardDeviation, 1e-12);
    }

    [Fact]
    public void A_mean_far_from_0_takes_nothing_of_the_deviation()
    {
        var moments = ValueMoments.Of([.. Enumerable.Range(0, 100_000).Select(i => 1e9 + (i % 2))]);
        Assert.Equal(0.5, moments.StandardDeviation, 1e-9);
        Assert.Equal(1e9 + 0.5, moments.Mean);
    }

    private static FrameMeasurement Measured(FrameMeasureOptions options, params double[] values)
    {
        ValueMoments moments = ValueMoments.Of(values);
        return new FrameMeasurement(moments, ValueCounts.Of(values), options) { FullName = "a.dcm", Frame = 1, FrameCount = 1, ExcludedCount = 0, Unit = null };
    }
}
