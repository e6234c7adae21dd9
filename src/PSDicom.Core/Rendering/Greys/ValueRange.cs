using System;
using System.Runtime.CompilerServices;
using PSDicom.Pixels;

namespace PSDicom.Rendering.Greys;

/// <summary>A range of values.</summary>
internal readonly record struct ValueRange(double Minimum, double Maximum)
{
    private const int MaxBits = 16;

    /// <summary>The range of integers of so many bits.</summary>
    public static ValueRange OfBits(int bits, bool isSigned)
    {
        double count = Math.Pow(2, bits), lowest = isSigned ? -count / 2 : 0;
        return new ValueRange(lowest, lowest + count - 1);
    }

    /// <summary>The range of the stored values of a frame.</summary>
    public static ValueRange OfStored(DicomFrame frame) => OfBits(frame.BitsStored, SampleArray.IsSigned(frame.GetPixels()));

    /// <summary>The range of the stored values that a data set declares.</summary>
    public static ValueRange OfStored(PixelFormat format) => OfBits(format.BitsStored ?? format.BitsAllocated ?? MaxBits, format.IsSigned);

    /// <summary>The range of values, without infinities and NaN.</summary>
    /// <param name="values">The values. They are reordered.</param>
    /// <param name="tail">The fraction of the values that is ignored at either end, from 0 to below 0.5.</param>
    /// <returns>The range; 0 to 0 if there are no values.</returns>
    [MethodImpl(Compiled.AtOnce)]
    public static ValueRange Of(double[] values, double tail)
    {
        int count = 0;
        foreach (double value in values)
        {
            if (IsFinite(value)) values[count++] = value;
        }

        if (count == 0) return default;
        Span<double> finite = values.AsSpan(0, count);
        return new ValueRange(RankSelection.Find(finite, Rank(count, tail)), RankSelection.Find(finite, count - 1 - Rank(count, tail)));
    }

    /// <summary>The range of values that have counts.</summary>
    /// <param name="values">The values. They are reordered.</param>
    /// <param name="counts">The count of each value. They are reordered too.</param>
    /// <param name="tail">The fraction of the values that is ignored at either end, from 0 to below 0.5.</param>
    /// <returns>The range; 0 to 0 if there are no values.</returns>
    [MethodImpl(Compiled.AtOnce)]
    public static ValueRange Of(double[] values, int[] counts, double tail)
    {
        int kinds = 0;
        long count = 0;
        for (int i = 0; i < values.Length; i++)
        {
            if (counts[i] == 0 || !IsFinite(values[i])) continue;
            count += counts[i];
            (values[kinds], counts[kinds++]) = (values[i], counts[i]);
        }

        if (count == 0) return default;
        Array.Sort(values, counts, 0, kinds);
        long rank = Rank(count, tail);
        return new ValueRange(At(values, counts, rank), At(values, counts, count - 1 - rank));
    }

    /// <summary>The rank of the value that ends the tail.</summary>
    private static int Rank(long count, double tail) => (int)Math.Floor((count - 1) * tail);

    private static double At(double[] values, int[] counts, long rank)
    {
        int i = 0;
        for (long passed = counts[0]; passed <= rank; passed += counts[++i])
        {
        }

        return values[i];
    }

    private static bool IsFinite(double value) => !double.IsNaN(value) && !double.IsInfinity(value);
}
