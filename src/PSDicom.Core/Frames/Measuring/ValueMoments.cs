using System;
using System.Runtime.CompilerServices;

namespace PSDicom.Frames.Measuring;

/// <summary>The count, range, mean and spread of values. The moments of parts can be combined into those of the whole.</summary>
/// <param name="Count">The number of values.</param>
/// <param name="Minimum">The smallest value; NaN without values.</param>
/// <param name="Maximum">The largest value; NaN without values.</param>
/// <param name="Mean">The mean; NaN without values.</param>
/// <param name="Squares">The sum of the squared differences from the mean.</param>
internal readonly record struct ValueMoments(long Count, double Minimum, double Maximum, double Mean, double Squares)
{
    /// <summary>The number of values in a block. Blocks are summed separately, to limit rounding errors.</summary>
    private const int BlockLength = 4096;

    /// <summary>The moments of no values.</summary>
    public static ValueMoments None => new(0, double.NaN, double.NaN, double.NaN, 0);

    /// <summary>The standard deviation of the population: the sum of squares is divided by the number of values. NaN without values.</summary>
    public double StandardDeviation => Count == 0 ? double.NaN : Math.Sqrt(Squares / Count);

    /// <summary>Computes the moments of values. NaN is skipped.</summary>
    public static ValueMoments Of(double[] values)
    {
        ValueMoments moments = None;
        for (int start = 0; start < values.Length; start += BlockLength)
            moments = moments.With(OfBlock(values.AsSpan(start, Math.Min(BlockLength, values.Length - start))));
        return moments;
    }

    /// <summary>Computes the moments of values with their numbers of occurrences. NaN is skipped.</summary>
    [MethodImpl(Compiled.AtOnce)]
    public static ValueMoments Of(double[] values, int[] counts)
    {
        double minimum = double.PositiveInfinity, maximum = double.NegativeInfinity, sum = 0, squares = 0;
        long count = 0;
        for (int i = 0; i < values.Length && i < counts.Length; i++)
        {
            double value = values[i];
            if (counts[i] == 0 || double.IsNaN(value)) continue;
            if (value < minimum) minimum = value;
            if (value > maximum) maximum = value;
            sum += value * counts[i];
            count += counts[i];
        }

        if (count == 0) return None;
        double mean = sum / count;
        for (int i = 0; i < values.Length && i < counts.Length; i++)
        {
            double difference = values[i] - mean;
            if (counts[i] != 0 && !double.IsNaN(difference)) squares += difference * difference * counts[i];
        }

        return new ValueMoments(count, minimum, maximum, mean, squares);
    }

    /// <summary>Combines the moments with others.</summary>
    public ValueMoments With(in ValueMoments other)
    {
        if (other.Count == 0) return this;
        if (Count == 0) return other;
        long count = Count + other.Count;
        double difference = other.Mean - Mean;
        return new ValueMoments(
            count,
            Math.Min(Minimum, other.Minimum),
            Math.Max(Maximum, other.Maximum),
            Mean + (difference * other.Count / count),
            Squares + other.Squares + (difference * difference * Count * other.Count / count));
    }

    [MethodImpl(Compiled.AtOnce)]
    private static ValueMoments OfBlock(ReadOnlySpan<double> values)
    {
        double minimum = double.PositiveInfinity, maximum = double.NegativeInfinity, sum = 0, squares = 0;
        int count = 0;
        foreach (double value in values)
        {
            if (double.IsNaN(value)) continue;
            if (value < minimum) minimum = value;
            if (value > maximum) maximum = value;
            sum += value;
            count++;
        }

        if (count == 0) return None;
        double mean = sum / count;
        foreach (double value in values)
        {
            double difference = value - mean;
            if (!double.IsNaN(difference)) squares += difference * difference;
        }

        return new ValueMoments(count, minimum, maximum, mean, squares);
    }
}
