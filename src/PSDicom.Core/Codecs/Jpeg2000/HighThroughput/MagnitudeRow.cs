using System.Runtime.CompilerServices;
using PSDicom.Codecs.Jpeg2000.Blocks;

namespace PSDicom.Codecs.Jpeg2000.HighThroughput;

/// <summary>The magnitudes and signs of a row of quads.</summary>
internal static unsafe partial class MagnitudeRow
{
    /// <summary>Reads magnitudes and signs of a row of quads (T.814 7.3.7 and 7.3.8).</summary>
    /// <param name="bits">The bits of magnitudes and signs.</param>
    /// <param name="quads">The quads that <see cref="QuadRow"/> has read, an even number. The bounds of exponents are added.</param>
    /// <param name="count">The number of quads.</param>
    /// <param name="lower">
    /// The lower samples of the row above: twice the magnitude, less one. They are replaced by those of this row. There is one more before,
    /// and some after.
    /// </param>
    /// <param name="samples">The decoded samples: sign and magnitude in halves.</param>
    /// <param name="stride">The distance of rows in samples, a multiple of four.</param>
    /// <param name="plane">The bit-plane.</param>
    /// <returns>False if there are too many bit-planes.</returns>
    [MethodImpl(Compiled.AtOnce)]
    public static bool Read(ref MagnitudeBits bits, uint* quads, int count, uint* lower, uint* samples, int stride, int plane)
    {
        int largest = ExponentBounds.Predict(quads, count, lower);
        if (largest > BlockDecoder.MaxPlanes - plane) return false;
        for (int q = ReadVector(ref bits, quads, count, largest, lower, samples, stride, plane); q < count; q++)
        {
            uint* sample = samples + (2 * q);
            int position = bits.Position;
            sample[0] = Take(ref bits, ref position, quads[q], 0, plane, out _);
            sample[stride] = Take(ref bits, ref position, quads[q], 1, plane, out lower[2 * q]);
            sample[1] = Take(ref bits, ref position, quads[q], 2, plane, out _);
            sample[stride + 1] = Take(ref bits, ref position, quads[q], 3, plane, out lower[(2 * q) + 1]);
            bits.Position = position;
        }

        return true;
    }

    /// <summary>Reads a sample of a quad; 0 if it is not significant.</summary>
    /// <param name="bits">The bits.</param>
    /// <param name="position">The position, which is advanced past the sample.</param>
    /// <param name="quad">The quad.</param>
    /// <param name="n">The sample of the quad, column by column.</param>
    /// <param name="plane">The bit-plane.</param>
    /// <param name="odd">Twice the magnitude, less one.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Take(ref MagnitudeBits bits, ref int position, uint quad, int n, int plane, out uint odd)
    {
        // A mask, all ones if it is significant: a branch would be unpredictable.
        uint mask = 0u - ((quad >> (4 + n)) & 1);
        int count = (int)(((quad >> 16) - ((quad >> (12 + n)) & 1)) & mask);
        uint value = bits.Take(ref position, count) | (((quad >> (8 + n)) & 1) << count);
        odd = (value | 1) & mask;
        return ((((value | 1) + 2) << plane) | (value << 31)) & mask;
    }
}
