using System;

namespace PSDicom.Images.Png;

/// <summary>What is done to each byte of a line.</summary>
internal static partial class PngKernels
{
    /// <summary>Takes from each byte what Paeth's predictor makes of its neighbours (PNG, third edition, section 9.4).</summary>
    /// <param name="line">The line.</param>
    /// <param name="above">The line above; above the first, one of zeros.</param>
    /// <param name="pixelLength">Bytes of a pixel.</param>
    /// <param name="target">As many bytes as the line.</param>
    public static void Paeth(ReadOnlySpan<byte> line, ReadOnlySpan<byte> above, int pixelLength, Span<byte> target)
    {
        // Left of the first pixel is zero; then the predictor is the byte above.
        int first = Math.Min(pixelLength, line.Length);
        for (int x = 0; x < first; x++) target[x] = (byte)(line[x] - above[x]);

        ReadOnlySpan<byte> left = line, aboveLeft = above;
        line = line.Slice(first);
        above = above.Slice(first);
        target = target.Slice(first);
        for (int x = PaethVector(line, left, above, aboveLeft, target); x < line.Length; x++)
            target[x] = (byte)(line[x] - Predict(left[x], above[x], aboveLeft[x]));
    }

    /// <summary>Of the three, the one that is nearest to left + above - aboveLeft.</summary>
    private static byte Predict(byte left, byte above, byte aboveLeft)
    {
        int toLeft = Math.Abs(above - aboveLeft), toAbove = Math.Abs(left - aboveLeft), toAboveLeft = Math.Abs(left + above - (2 * aboveLeft));
        if (toLeft <= toAbove && toLeft <= toAboveLeft) return left;
        return toAbove <= toAboveLeft ? above : aboveLeft;
    }
}
