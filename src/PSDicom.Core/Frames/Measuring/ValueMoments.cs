using System;
using System.Runtime.CompilerServices;

namespace PSDicom.Frames.Measuring;

/// <summary>Number, range, mean and spread of values. Those of parts add up to those of the whole.</summary>
/// <param name="Count">How many values there are.</param>
/// <param name="Minimum">The smallest; NaN of none.</param>
/// <param name="Maximum">The largest; NaN of none.</param>
/// <param name="Mean">The mean; NaN of none.</param>
/// <param name="Squares">The sum of the squared differences from the mean.</param>
internal readonly record struct ValueMoments(long Count, double Minimum, double Maximum, double Mean, double Squares)
{
    /// <summary>Values of so many are added up by themselves, so that sums of many values stay exact.</summary>
    private const int BlockLength = 4096;

    /// <summary>Those of no values.</summary>
    public static ValueMoments None => new(0, double.NaN, double.NaN, double.NaN, 0);

    /// <summary>The standard deviation, of all values and not estimated from some: divided by their number. NaN of none.</summary>
    public double StandardDeviation => Count == 0 ? double.NaN : Math.Sqrt(Squares / Count);

    /// <summary>Those of values; what is not a number is passed over.</summary>
    public static ValueMoments Of(double[] values)
    {
        ValueMoments moments = None;
        for (int start = 0; start < values.Length; start += BlockLength)
            moments = moments.With(OfBlock(values.AsSpan(start, Math.Min(BlockLength, values.Length - start))));
        return moments;
    }

    /// <summary>Those of values that occur several times; what is not a number is passed over.</summary>
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

    /// <summary>Those of both together.</summary>
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
