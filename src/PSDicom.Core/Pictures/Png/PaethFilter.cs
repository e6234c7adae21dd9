using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace PSDicom.Pictures.Png;

/// <summary>The Paeth filter, which subtracts from each byte a prediction from its neighbours (PNG, third edition, section 9.4).</summary>
internal static class PaethFilter
{
    /// <summary>The filter type byte at the start of each line.</summary>
    public const byte Type = 4;

    /// <summary>Filters a line.</summary>
    /// <param name="line">The line.</param>
    /// <param name="above">The line above; zeros for the first line.</param>
    /// <param name="pixelLength">Bytes of a pixel.</param>
    /// <param name="target">The filtered line, of the same length.</param>
    [MethodImpl(Compiled.AtOnce)]
    public static void Apply(ReadOnlySpan<byte> line, ReadOnlySpan<byte> above, int pixelLength, Span<byte> target)
    {
        // Left of the first pixel is zero, so the prediction is the byte above.
        for (int x = 0; x < pixelLength; x++) target[x] = (byte)(line[x] - above[x]);

        ReadOnlySpan<byte> left = line, aboveLeft = above;
        line = line.Slice(pixelLength);
        above = above.Slice(pixelLength);
        target = target.Slice(pixelLength);
        for (int x = FilterVectors(line, left, above, aboveLeft, target); x < line.Length; x++)
            target[x] = (byte)(line[x] - Predict(left[x], above[x], aboveLeft[x]));
    }

    /// <summary>Filters the bytes that fill whole vectors, and returns their number.</summary>
    [MethodImpl(Compiled.AtOnce)]
    private static int FilterVectors(
        ReadOnlySpan<byte> line, ReadOnlySpan<byte> left, ReadOnlySpan<byte> above, ReadOnlySpan<byte> aboveLeft, Span<byte> target)
    {
        ReadOnlySpan<Vector<byte>> lines = Vectors(line), lefts = Vectors(left), aboves = Vectors(above), aboveLefts = Vectors(aboveLeft);
        Span<Vector<byte>> targets = MemoryMarshal.Cast<byte, Vector<byte>>(target);
        for (int i = 0; i < targets.Length; i++) targets[i] = lines[i] - Predict(lefts[i], aboves[i], aboveLefts[i]);
        return targets.Length * Vector<byte>.Count;
    }

    private static ReadOnlySpan<Vector<byte>> Vectors(ReadOnlySpan<byte> bytes) => MemoryMarshal.Cast<byte, Vector<byte>>(bytes);

    /// <summary>The one of the three that is nearest to left + above - aboveLeft.</summary>
    private static byte Predict(byte left, byte above, byte aboveLeft)
    {
        int toLeft = Math.Abs(above - aboveLeft), toAbove = Math.Abs(left - aboveLeft), toAboveLeft = Math.Abs(left + above - (2 * aboveLeft));
        if (toLeft <= toAbove && toLeft <= toAboveLeft) return left;
        return toAbove <= toAboveLeft ? above : aboveLeft;
    }

    private static Vector<byte> Predict(Vector<byte> left, Vector<byte> above, Vector<byte> aboveLeft)
    {
        Vector<byte> upperLeft = Vector.Max(left, aboveLeft), upperAbove = Vector.Max(above, aboveLeft);
        Vector<byte> toLeft = upperAbove - Vector.Min(above, aboveLeft), toAbove = upperLeft - Vector.Min(left, aboveLeft);

        // If aboveLeft is between the others, the differences cancel each other. Otherwise they add up, and aboveLeft is never the nearest.
        Vector<byte> isBetween = Vector.Equals(upperLeft, aboveLeft) ^ Vector.Equals(upperAbove, aboveLeft);
        Vector<byte> toAboveLeft = (Vector.Max(toLeft, toAbove) - Vector.Min(toLeft, toAbove)) | ~isBetween;

        Vector<byte> nearest = Vector.Min(Vector.Min(toLeft, toAbove), toAboveLeft);
        return Vector.ConditionalSelect(
            Vector.Equals(nearest, toLeft), left, Vector.ConditionalSelect(Vector.Equals(nearest, toAbove), above, aboveLeft));
    }
}
