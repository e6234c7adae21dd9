using System;
using System.Runtime.CompilerServices;

namespace PSDicom.Codecs.Jpeg2000.Wavelets;

/// <summary>
/// The inverse wavelet transforms (T.800 annex F), in one pass over the rows of a resolution: a row is synthesized horizontally, and the
/// vertical lifting steps follow, each one a row behind the previous step, so that all rows in use are in the cache. Bands of rows are
/// independent: each band computes the rows around it again.
/// </summary>
internal static unsafe class WaveletSynthesis
{
    /// <summary>Mirrored samples before and after a line.</summary>
    public const int Margin = 1;

    /// <summary>Rows before and after a band that its rows depend on.</summary>
    public const int Reach = 4;

    /// <summary>Synthesizes rows of the next resolution with the reversible transform (5/3).</summary>
    /// <param name="area">The resolution.</param>
    /// <param name="first">The first row.</param>
    /// <param name="end">The row after the last one.</param>
    /// <param name="lower">The lower resolution, in rows of <paramref name="lowerStride"/>.</param>
    /// <param name="lowerStride">The distance of rows in samples.</param>
    /// <param name="bands">The coefficients of the tile-component.</param>
    /// <param name="bandStride">The distance of rows in coefficients.</param>
    /// <param name="target">The resulting resolution, in rows of its width.</param>
    /// <param name="around">Working memory for <see cref="Reach"/> rows before and after.</param>
    /// <param name="line">Working memory for a row, with <see cref="Margin"/> at each end of both halves.</param>
    [MethodImpl(Compiled.AtOnce)]
    public static void Reversible(
        Area area, int first, int end, int* lower, int lowerStride, int* bands, int bandStride, int* target, int* around, int* line)
    {
        int width = area.Width, height = area.Height;
        int lowWidth = Tiling.CeilShift(area.X1, 1) - Tiling.CeilShift(area.X0, 1), lowHeight = Tiling.CeilShift(area.Y1, 1) - Tiling.CeilShift(area.Y0, 1);
        int oddX = area.X0 & 1, oddY = area.Y0 & 1;
        int reached = Math.Min(height, end + 2);
        for (int y = Math.Max(0, first - 2); y <= reached + 1; y++)
        {
            if (y < reached)
            {
                bool isHigh = ((y + oddY) & 1) != 0;
                int* row = bands + ((long)((y >> 1) + (isHigh ? lowHeight : 0)) * bandStride);
                int* left = isHigh ? row : lower + ((long)(y >> 1) * lowerStride);
                ReversibleRow(left, row + lowWidth, lowWidth, width, oddX, Row(y), line);
                if (height == 1 && isHigh) Lifting.Halve(target, width);
            }

            if (height == 1) continue;
            LiftLow(y - 1);
            LiftHigh(y - 2);
        }

        void LiftLow(int y)
        {
            if (y >= Math.Max(0, first - 1) && y < Math.Min(height, end + 1) && ((y + oddY) & 1) == 0)
                Lifting.ReversibleLow(Row(y), Row(y == 0 ? 1 : y - 1), Row(y == height - 1 ? y - 1 : y + 1), width);
        }

        void LiftHigh(int y)
        {
            if (y >= first && y < end && ((y + oddY) & 1) != 0)
                Lifting.ReversibleHigh(Row(y), Row(y == 0 ? 1 : y - 1), Row(y == height - 1 ? y - 1 : y + 1), width);
        }

        int* Row(int y) => (int*)Place(y, first, end, width, (float*)target, (float*)around);
    }

    /// <summary>Synthesizes rows of the next resolution with the irreversible transform (9/7).</summary>
    /// <inheritdoc cref="Reversible"/>
    [MethodImpl(Compiled.AtOnce)]
    public static void Irreversible(
        Area area, int first, int end, float* lower, int lowerStride, float* bands, int bandStride, float* target, float* around, float* line)
    {
        int width = area.Width, height = area.Height;
        int lowWidth = Tiling.CeilShift(area.X1, 1) - Tiling.CeilShift(area.X0, 1), lowHeight = Tiling.CeilShift(area.Y1, 1) - Tiling.CeilShift(area.Y0, 1);
        int oddX = area.X0 & 1, oddY = area.Y0 & 1;
        // A line of one sample is not lifted. It is halved if it is a high one.
        double lowX = width == 1 ? 1 : WaveletFilter.K, highX = width == 1 ? 0.5 : 1 / WaveletFilter.K, lowY = height == 1 ? 1 : WaveletFilter.K, highY = height == 1 ? 0.5 : 1 / WaveletFilter.K;
        int reached = Math.Min(height, end + Reach);
        for (int y = Math.Max(0, first - Reach); y <= reached + 3; y++)
        {
            if (y < reached)
            {
                bool isHigh = ((y + oddY) & 1) != 0;
                float* row = bands + ((long)((y >> 1) + (isHigh ? lowHeight : 0)) * bandStride);
                float* left = isHigh ? row : lower + ((long)(y >> 1) * lowerStride);
                double scale = isHigh ? highY : lowY;
                IrreversibleRow(left, (float)(lowX * scale), row + lowWidth, (float)(highX * scale), lowWidth, width, oddX, Row(y), line);
            }

            if (height == 1) continue;
            Lift(y - 1, 3, 0, WaveletFilter.Delta);
            Lift(y - 2, 2, 1, WaveletFilter.Gamma);
            Lift(y - 3, 1, 0, WaveletFilter.Beta);
            Lift(y - 4, 0, 1, WaveletFilter.Alpha);
        }

        // Later steps need fewer rows around the band.
        void Lift(int y, int reach, int parity, float factor)
        {
            if (y >= Math.Max(0, first - reach) && y < Math.Min(height, end + reach) && ((y + oddY) & 1) == parity)
                Lifting.Irreversible(Row(y), Row(y == 0 ? 1 : y - 1), Row(y == height - 1 ? y - 1 : y + 1), factor, width);
        }

        float* Row(int y) => Place(y, first, end, width, target, around);
    }

    /// <summary>The memory of a row: in the target, or in the rows around it of this band.</summary>
    private static float* Place(int y, int first, int end, int width, float* target, float* around)
    {
        if (y < first) return around + ((long)(y - first + Reach) * width);
        return y < end ? target + ((long)y * width) : around + ((long)(y - end + Reach) * width);
    }

    private static void ReversibleRow(int* low, int* high, int lowWidth, int width, int odd, int* target, int* line)
    {
        int highWidth = width - lowWidth;
        if (width == 1)
        {
            *target = odd == 0 ? *low : *high >> 1;
            return;
        }

        int* lows = line + Margin, highs = lows + lowWidth + (2 * Margin);
        Copy(low, lows, lowWidth);
        Copy(high, highs, highWidth);
        Mirror((float*)highs, highWidth);
        Lifting.ReversibleLow(lows, highs - 1 + odd, highs + odd, lowWidth);
        Mirror((float*)lows, lowWidth);
        Lifting.ReversibleHigh(highs, lows - odd, lows + 1 - odd, highWidth);
        if (odd == 0) Lifting.Interleave(lows, highs, target, width);
        else Lifting.Interleave(highs, lows, target, width);
    }

    private static void IrreversibleRow(
        float* low, float lowScale, float* high, float highScale, int lowWidth, int width, int odd, float* target, float* line)
    {
        int highWidth = width - lowWidth;
        float* lows = line + Margin, highs = lows + lowWidth + (2 * Margin);
        Lifting.Scale(low, lowScale, lows, lowWidth);
        Lifting.Scale(high, highScale, highs, highWidth);
        if (width == 1)
        {
            *target = odd == 0 ? *lows : *highs;
            return;
        }

        Mirror(highs, highWidth);
        Lifting.Irreversible(lows, highs - 1 + odd, highs + odd, WaveletFilter.Delta, lowWidth);
        Mirror(lows, lowWidth);
        Lifting.Irreversible(highs, lows - odd, lows + 1 - odd, WaveletFilter.Gamma, highWidth);
        Mirror(highs, highWidth);
        Lifting.Irreversible(lows, highs - 1 + odd, highs + odd, WaveletFilter.Beta, lowWidth);
        Mirror(lows, lowWidth);
        Lifting.Irreversible(highs, lows - odd, lows + 1 - odd, WaveletFilter.Alpha, highWidth);
        if (odd == 0) Lifting.Interleave((int*)lows, (int*)highs, (int*)target, width);
        else Lifting.Interleave((int*)highs, (int*)lows, (int*)target, width);
    }

    private static void Copy(int* source, int* target, int count) =>
        new ReadOnlySpan<int>(source, count).CopyTo(new Span<int>(target, count));

    /// <summary>Writes the samples before and after a half line: mirroring a line repeats the end of its half.</summary>
    private static void Mirror(float* half, int count)
    {
        half[-1] = half[0];
        half[count] = half[count - 1];
    }
}
