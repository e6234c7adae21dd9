using System;
using System.Runtime.CompilerServices;

namespace PSDicom.Frames.Measuring;

/// <summary>The number of occurrences of each value, in ascending order: a histogram without bins, from which percentiles are exact.</summary>
internal sealed class ValueCounts
{
    private readonly double[] _values;
    private readonly long[] _counts;

    private ValueCounts(double[] values, long[] counts)
    {
        _values = values;
        _counts = counts;
    }

    /// <summary>The counts of no values.</summary>
    public static ValueCounts None { get; } = new([], []);

    /// <summary>The number of different values.</summary>
    public int Length => _values.Length;

    /// <summary>Counts values. NaN is skipped.</summary>
    /// <param name="values">The values; their order changes.</param>
    [MethodImpl(Compiled.AtOnce)]
    public static ValueCounts Of(double[] values)
    {
        // NaN is sorted before all numbers.
        Array.Sort(values);
        int start = 0, kinds = 0;
        while (start < values.Length && double.IsNaN(values[start])) start++;
        for (int i = start; i < values.Length; i++)
        {
            if (i == start || values[i] != values[i - 1]) kinds++;
        }

        var different = new double[kinds];
        var counts = new long[kinds];
        int last = -1;
        for (int i = start; i < values.Length; i++)
        {
            if (i == start || values[i] != values[i - 1]) different[++last] = values[i];
            counts[last]++;
        }

        return new ValueCounts(different, counts);
    }

    /// <summary>Counts values with their numbers of occurrences. NaN is skipped.</summary>
    /// <param name="values">The values; their order changes.</param>
    /// <param name="counts">The number of occurrences of each value; their order changes too.</param>
    [MethodImpl(Compiled.AtOnce)]
    public static ValueCounts Of(double[] values, int[] counts)
    {
        int kinds = 0;
        for (int i = 0; i < values.Length && i < counts.Length; i++)
        {
            if (counts[i] == 0 || double.IsNaN(values[i])) continue;
            (values[kinds], counts[kinds++]) = (values[i], counts[i]);
        }

        Array.Sort(values, counts, 0, kinds);

        // A lookup table may map several stored values to one value.
        int last = -1;
        var sums = new long[kinds];
        for (int i = 0; i < kinds; i++)
        {
            if (last < 0 || values[i] != values[last]) values[++last] = values[i];
            sums[last] += counts[i];
        }

        return new ValueCounts(values.AsSpan(0, last + 1).ToArray(), sums.AsSpan(0, last + 1).ToArray());
    }

    /// <summary>Adds other counts.</summary>
    [MethodImpl(Compiled.AtOnce)]
    public ValueCounts With(ValueCounts other)
    {
        if (other.Length == 0) return this;
        if (Length == 0) return other;
        var values = new double[Length + other.Length];
        var counts = new long[values.Length];
        int i = 0, j = 0, kinds = 0;
        while (i < Length || j < other.Length)
        {
            bool takesOwn = j == other.Length || (i < Length && _values[i] <= other._values[j]);
            bool takesOther = i == Length || (j < other.Length && other._values[j] <= _values[i]);
            values[kinds] = takesOwn ? _values[i] : other._values[j];
            counts[kinds++] = (takesOwn ? _counts[i++] : 0) + (takesOther ? other._counts[j++] : 0);
        }

        Array.Resize(ref values, kinds);
        Array.Resize(ref counts, kinds);
        return new ValueCounts(values, counts);
    }

    /// <summary>The percentile, interpolated linearly between the nearest two values; NaN without values.</summary>
    /// <param name="percent">The percentage, from 0 to 100.</param>
    public double Percentile(double percent)
    {
        long count = 0;
        foreach (long times in _counts) count += times;
        if (count == 0) return double.NaN;
        double place = percent / 100 * (count - 1);
        long rank = Math.Min(count - 1, (long)Math.Floor(place));
        double share = place - rank, below = At(rank);
        if (share <= 0) return below;
        double above = At(Math.Min(count - 1, rank + 1));

        // Interpolated from the nearer end, so that both ends are exact.
        return above.Equals(below) ? below
            : share < 0.5 ? below + ((above - below) * share)
            : above - ((above - below) * (1 - share));
    }

    /// <summary>Values and counts.</summary>
    public ValueCount[] ToArray()
    {
        var counts = new ValueCount[Length];
        for (int i = 0; i < counts.Length; i++) counts[i] = new ValueCount(_values[i], _counts[i]);
        return counts;
    }

    private double At(long rank)
    {
        int i = 0;
        for (long passed = _counts[0]; passed <= rank; passed += _counts[++i])
        {
        }

        return _values[i];
    }
}
