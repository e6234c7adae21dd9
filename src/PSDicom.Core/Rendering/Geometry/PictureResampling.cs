using System;
using System.Runtime.CompilerServices;

namespace PSDicom.Rendering.Geometry;

/// <summary>
/// Resizes along rows, then along columns. Only the source rows of one result row are held, and each is resized once.
/// </summary>
/// <param name="columns">How a row is resized.</param>
/// <param name="rows">How a column is resized.</param>
/// <param name="depth">Samples of a pixel.</param>
internal sealed class PictureResampling(ResamplingAxis columns, ResamplingAxis rows, int depth)
{
    /// <summary>A bicubic result row needs four source rows. Averages share only one row with the next average.</summary>
    private const int HeldRows = 4;

    private readonly float[] _line = new float[columns.Source * depth];
    private readonly float[][] _held = new float[HeldRows][];
    private readonly int[] _heldRows = [-1, -1, -1, -1];
    private readonly float[] _sum = new float[columns.Target * depth];

    /// <summary>Resizes pixels.</summary>
    /// <param name="pixels">The pixels: bytes or words.</param>
    public Array Apply(Array pixels)
    {
        for (int i = 0; i < HeldRows; i++) _held[i] = new float[_sum.Length];
        int length = checked(_sum.Length * rows.Target);
        switch (pixels)
        {
            case byte[] source:
                var bytes = new byte[length];
                for (int row = 0; row < rows.Target; row++)
                {
                    Average(row, source);
                    Span<byte> target = bytes.AsSpan(row * _sum.Length, _sum.Length);
                    for (int i = 0; i < target.Length; i++) target[i] = (byte)Rounded(_sum[i], byte.MaxValue);
                }

                return bytes;
            case ushort[] source:
                var words = new ushort[length];
                for (int row = 0; row < rows.Target; row++)
                {
                    Average(row, source);
                    Span<ushort> target = words.AsSpan(row * _sum.Length, _sum.Length);
                    for (int i = 0; i < target.Length; i++) target[i] = (ushort)Rounded(_sum[i], ushort.MaxValue);
                }

                return words;
            default:
                throw new ArgumentException("Resizing supports pictures of bytes or words only.", nameof(pixels));
        }
    }

    private static int Rounded(float value, int maximum) => value <= 0 ? 0 : value >= maximum ? maximum : (int)(value + 0.5f);

    [MethodImpl(Compiled.AtOnce)]
    private void Average<T>(int row, T[] pixels)
        where T : struct, IConvertible
    {
        Array.Clear(_sum, 0, _sum.Length);
        for (int tap = 0; tap < rows.Taps; tap++)
        {
            float weight = rows.Weights[(row * rows.Taps) + tap];
            if (weight == 0) continue;
            float[] line = Row(rows.Starts[row] + tap, pixels), sum = _sum;
            for (int i = 0; i < sum.Length && i < line.Length; i++) sum[i] += weight * line[i];
        }
    }

    /// <summary>A row of the picture, resized to the new width.</summary>
    [MethodImpl(Compiled.AtOnce)]
    private float[] Row<T>(int row, T[] pixels)
        where T : struct, IConvertible
    {
        int slot = row % HeldRows;
        float[] held = _held[slot];
        if (_heldRows[slot] == row) return held;
        _heldRows[slot] = row;
        float[] line = columns.IsIdentity ? held : _line;
        ReadOnlySpan<T> source = pixels.AsSpan(row * line.Length, line.Length);
        for (int i = 0; i < line.Length; i++) line[i] = source[i].ToInt32(null);
        if (columns.IsIdentity) return held;
        if (depth == 1) ResizeGrey(held);
        else Resize(held);
        return held;
    }

    [MethodImpl(Compiled.AtOnce)]
    private void ResizeGrey(float[] result)
    {
        int taps = columns.Taps;
        for (int i = 0; i < result.Length; i++)
        {
            ReadOnlySpan<float> source = _line.AsSpan(columns.Starts[i], taps), weights = columns.Weights.AsSpan(i * taps, taps);
            float sum = 0;
            for (int tap = 0; tap < weights.Length && tap < source.Length; tap++) sum += weights[tap] * source[tap];
            result[i] = sum;
        }
    }

    [MethodImpl(Compiled.AtOnce)]
    private void Resize(float[] result)
    {
        int taps = columns.Taps;
        for (int i = 0; i < columns.Target; i++)
        {
            ReadOnlySpan<float> source = _line.AsSpan(columns.Starts[i] * depth, taps * depth), weights = columns.Weights.AsSpan(i * taps, taps);
            for (int sample = 0; sample < depth; sample++)
            {
                float sum = 0;
                for (int tap = 0; tap < weights.Length; tap++) sum += weights[tap] * source[(tap * depth) + sample];
                result[(i * depth) + sample] = sum;
            }
        }
    }
}
