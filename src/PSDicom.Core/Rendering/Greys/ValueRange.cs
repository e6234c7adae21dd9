using System;
using System.Runtime.CompilerServices;
using PSDicom.Pixels;

namespace PSDicom.Rendering.Greys;

/// <summary>From a smallest to a largest value.</summary>
internal readonly record struct ValueRange(double Minimum, double Maximum)
{
    private const int MaxBits = 16;

    /// <summary>The range of whole numbers of so many bits.</summary>
    public static ValueRange OfBits(int bits, bool isSigned)
    {
        double count = Math.Pow(2, bits), lowest = isSigned ? -count / 2 : 0;
        return new ValueRange(lowest, lowest + count - 1);
    }

    /// <summary>The range of the stored values of a frame.</summary>
    public static ValueRange OfStored(DicomFrame frame) => OfBits(frame.BitsStored, SampleArray.IsSigned(frame.GetPixels()));

    /// <summary>The range of the stored values that a data set speaks of.</summary>
    public static ValueRange OfStored(PixelFormat format) => OfBits(format.BitsStored ?? format.BitsAllocated ?? MaxBits, format.IsSigned);

    /// <summary>The range of values, without those that are infinite or not a number.</summary>
    /// <param name="values">The values; their order changes.</param>
    /// <param name="tail">The share of them that is left out at either end, from 0 to below 0.5.</param>
    /// <returns>0 to 0 if there are none.</returns>
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

    /// <summary>The range of values that occur several times.</summary>
    /// <param name="values">The values; their order changes.</param>
    /// <param name="counts">How often each occurs; their order changes too.</param>
    /// <param name="tail">The share of all of them that is left out at either end, from 0 to below 0.5.</param>
    /// <returns>0 to 0 if there are none.</returns>
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

    /// <summary>How many values lie below the one that ends the tail.</summary>
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
