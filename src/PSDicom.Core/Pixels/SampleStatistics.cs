using System;
using System.Runtime.CompilerServices;

namespace PSDicom.Pixels;

/// <summary>Statistics of samples. NaN samples are ignored; if there is no other sample, every result is NaN.</summary>
internal sealed class SampleStatistics : ISampleVisitor
{
    public SampleStatistics(Array samples) => SampleArray.Visit(samples, this);

    public double Minimum { get; private set; } = double.NaN;

    public double Maximum { get; private set; } = double.NaN;

    public double Mean { get; private set; } = double.NaN;

    /// <summary>The standard deviation of the population: divided by the number of samples.</summary>
    public double StandardDeviation { get; private set; } = double.NaN;

    [MethodImpl(Compiled.AtOnce)]

    void ISampleVisitor.Visit<T>(T[] samples)
    {
        double minimum = double.PositiveInfinity, maximum = double.NegativeInfinity, sum = 0;
        long count = 0;
        foreach (T sample in samples)
        {
            double value = sample.ToDouble(null);
            if (double.IsNaN(value)) continue;
            if (value < minimum) minimum = value;
            if (value > maximum) maximum = value;
            sum += value;
            count++;
        }

        if (count == 0) return;
        double mean = sum / count, squares = 0;
        foreach (T sample in samples)
        {
            double difference = sample.ToDouble(null) - mean;
            if (!double.IsNaN(difference)) squares += difference * difference;
        }

        Minimum = minimum;
        Maximum = maximum;
        Mean = mean;
        StandardDeviation = Math.Sqrt(squares / count);
    }
}
