using System;
using System.Runtime.CompilerServices;
using PSDicom.Codecs.Jpeg2000.Wavelets;

namespace PSDicom.Codecs.Jpeg2000.Encoding.Wavelets;

/// <summary>
/// The forward wavelet transforms (T.800 F.4) of areas that begin at 0, in one pass over the rows: the vertical lifting steps follow each other
/// a row apart, and each complete row is analyzed horizontally, so that all rows in use are in the cache. Bands of rows are independent: each
/// computes the rows around it again.
/// </summary>
internal static unsafe class WaveletAnalysis
{
    /// <summary>Rows of a resolution that are kept at a time.</summary>
    public const int Lines = 15;

    /// <summary>More samples than those of a row in <see cref="Lines"/>: margins of the halves, which are mirrored.</summary>
    public const int Margin = 8;

    private const int Ring = 4;

    /// <summary>Analyzes rows with the reversible transform (5/3).</summary>
    /// <param name="source">The samples.</param>
    /// <param name="stride">The distance of rows in samples.</param>
    /// <param name="width">The number of columns.</param>
    /// <param name="height">The number of rows.</param>
    /// <param name="first">The first resulting row of low frequencies.</param>
    /// <param name="end">The row after the last one.</param>
    /// <param name="lower">The resulting lower resolution.</param>
    /// <param name="lowerStride">The distance of its rows in samples.</param>
    /// <param name="bands">The resulting coefficients of the tile-component.</param>
    /// <param name="bandStride">The distance of their rows.</param>
    /// <param name="lines">Working memory for <see cref="Lines"/> rows with their <see cref="Margin"/>.</param>
    [MethodImpl(Compiled.AtOnce)]
    public static void Reversible(
        int* source, int stride, int width, int height, int first, int end, int* lower, int lowerStride, int* bands, int bandStride, int* lines)
    {
        int lowWidth = (width + 1) >> 1, lowHeight = (height + 1) >> 1, highHeight = height >> 1;
        int* low = Line(0), work = Line(1);
        for (int n = Math.Max(0, first - 1); n < end; n++)
        {
            if (n < highHeight)
            {
                int* even = source + (2L * n * stride);
                AnalysisLines.ReversibleHigh(even + stride, even, (2 * n) + 2 < height ? even + (2L * stride) : even, High(n), width);
            }

            if (n < first) continue;
            int* row = source + (2L * n * stride);
            if (highHeight > 0)
            {
                AnalysisLines.ReversibleLow(row, High(n == 0 ? 0 : n - 1), High(n < highHeight ? n : n - 1), low, width);
                row = low;
            }

            int* band = bands + ((long)n * bandStride);
            ReversibleRow(row, width, lower + ((long)n * lowerStride), band + lowWidth, work);
            band += (long)lowHeight * bandStride;
            if (n < highHeight) ReversibleRow(High(n), width, band, band + lowWidth, work);
        }

        int* High(int n) => Line(3 + (n & 1));
        int* Line(int n) => lines + (n * ((long)width + Margin));
    }

    /// <summary>Analyzes rows with the irreversible transform (9/7).</summary>
    /// <inheritdoc cref="Reversible"/>
    [MethodImpl(Compiled.AtOnce)]
    public static void Irreversible(
        float* source, int stride, int width, int height, int first, int end, float* lower, int lowerStride, float* bands, int bandStride, float* lines)
    {
        int lowWidth = (width + 1) >> 1, lowHeight = (height + 1) >> 1, highHeight = height >> 1;
        // A single row is not lifted.
        bool isLifted = highHeight > 0;
        float lowScale = (float)(isLifted ? 1 / WaveletFilter.K : 1), highScale = (float)WaveletFilter.K;
        float* work = Line(0), low = Line(2);
        for (int m = Math.Max(0, first - 2); m <= end; m++)
        {
            // Each step is computed for the rows that later ones need: mirrored at both ends, they are within the image.
            float* even = source + (2L * m * stride);
            if (m < highHeight)
                AnalysisLines.Irreversible(even + stride, even, (2 * m) + 2 < height ? even + (2L * stride) : even, WaveletFilter.Alpha, Row(3, m), width);
            if (isLifted && m < lowHeight && m >= first - 1)
                AnalysisLines.Irreversible(even, Row(3, m == 0 ? 0 : m - 1), Row(3, m < highHeight ? m : m - 1), WaveletFilter.Beta, Row(7, m), width);
            int n = m - 1;
            if (n < first - 1 || n < 0) continue;
            if (n < highHeight) AnalysisLines.Irreversible(Row(3, n), Row(7, n), Row(7, n + 1 < lowHeight ? n + 1 : n), WaveletFilter.Gamma, Row(11, n), width);
            if (n < first) continue;
            if (isLifted) AnalysisLines.Irreversible(Row(7, n), Row(11, n == 0 ? 0 : n - 1), Row(11, n < highHeight ? n : n - 1), WaveletFilter.Delta, low, width);

            float* band = bands + ((long)n * bandStride);
            IrreversibleRow(isLifted ? low : source, width, lowScale, lower + ((long)n * lowerStride), band + lowWidth, work);
            band += (long)lowHeight * bandStride;
            if (n < highHeight) IrreversibleRow(Row(11, n), width, highScale, band, band + lowWidth, work);
        }

        float* Row(int ring, int n) => Line(ring + (n & (Ring - 1)));
        float* Line(int n) => lines + (n * ((long)width + Margin));
    }

    private static void ReversibleRow(int* row, int width, int* low, int* high, int* work)
    {
        int lowWidth = (width + 1) >> 1, highWidth = width >> 1;
        if (highWidth == 0)
        {
            *low = *row;
            return;
        }

        int* even = work, odd = work + lowWidth + 2;
        AnalysisLines.Split(row, even, odd, width);
        even[lowWidth] = even[lowWidth - 1];
        AnalysisLines.ReversibleHigh(odd, even, even + 1, high, highWidth);
        new ReadOnlySpan<int>(high, highWidth).CopyTo(new Span<int>(odd, highWidth));
        odd[-1] = odd[0];
        odd[highWidth] = odd[highWidth - 1];
        AnalysisLines.ReversibleLow(even, odd - 1, odd, low, lowWidth);
    }

    private static void IrreversibleRow(float* row, int width, float scale, float* low, float* high, float* work)
    {
        int lowWidth = (width + 1) >> 1, highWidth = width >> 1;
        if (highWidth == 0)
        {
            *low = *row * scale;
            return;
        }

        float* even = work + 1, odd = even + lowWidth + 3;
        AnalysisLines.Split((int*)row, (int*)even, (int*)odd, width);
        even[lowWidth] = even[lowWidth - 1];
        AnalysisLines.Irreversible(odd, even, even + 1, WaveletFilter.Alpha, odd, highWidth);
        Mirror(odd, highWidth);
        AnalysisLines.Irreversible(even, odd - 1, odd, WaveletFilter.Beta, even, lowWidth);
        even[lowWidth] = even[lowWidth - 1];
        AnalysisLines.Irreversible(odd, even, even + 1, WaveletFilter.Gamma, odd, highWidth);
        Mirror(odd, highWidth);
        AnalysisLines.Irreversible(even, odd - 1, odd, WaveletFilter.Delta, even, lowWidth);
        Lifting.Scale(even, (float)(scale / WaveletFilter.K), low, lowWidth);
        Lifting.Scale(odd, (float)(scale * WaveletFilter.K), high, highWidth);
    }

    private static void Mirror(float* half, int count)
    {
        half[-1] = half[0];
        half[count] = half[count - 1];
    }
}
