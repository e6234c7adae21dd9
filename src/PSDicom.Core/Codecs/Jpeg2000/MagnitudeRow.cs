using System;
using System.Runtime.CompilerServices;

namespace PSDicom.Codecs.Jpeg2000;

/// <summary>The magnitudes and signs of a row of quads.</summary>
internal static unsafe class MagnitudeRow
{
    /// <summary>Four samples of so many bits, and seven of a byte before them, fit into 64.</summary>
    private const int LongestInWindow = 14;

    /// <summary>Reads magnitudes and signs of a row of quads (T.814 7.3.7 and 7.3.8).</summary>
    public static bool Read(
        byte* bits, int bitCount, ref int position, ushort* quadCodes, byte* residuals, int quads, bool isFirst,
        byte* exponentsAbove, byte* exponentsHere, uint* samples, int stride, int plane)
    {
        for (int q = 0; q < quads; q++)
        {
            uint code = quadCodes[q];
            byte* exponents = exponentsHere + (2 * q);
            exponents[0] = exponents[1] = 0;
            uint rho = (code >> 4) & 0xF;
            if (rho == 0) continue;
            int bound = residuals[q];
            bool hasSeveral = (rho & (rho - 1)) != 0;
            if (isFirst || !hasSeveral)
            {
                bound++;
            }
            else
            {
                byte* north = exponentsAbove + (2 * q);
                int largest = Math.Max(Math.Max(north[-1], north[0]), Math.Max(north[1], north[2]));
                bound += Math.Max(1, largest - 1);
            }

            if (bound > BlockDecoder.MostPlanes - plane) return false;
            uint* sample = samples + (2 * q);
            if (bound <= LongestInWindow)
            {
                ulong window = *(ulong*)(bits + (position >> 3)) >> (position & 7);
                sample[0] = TakeSample(ref window, ref position, bound, code, 0, plane, out _);
                sample[stride] = TakeSample(ref window, ref position, bound, code, 1, plane, out uint lowerLeft);
                sample[1] = TakeSample(ref window, ref position, bound, code, 2, plane, out _);
                sample[stride + 1] = TakeSample(ref window, ref position, bound, code, 3, plane, out uint lowerRight);
                exponents[0] = (byte)Bits.Length(lowerLeft);
                exponents[1] = (byte)Bits.Length(lowerRight);
                if (position > bitCount) position = bitCount;
                continue;
            }

            if ((rho & 1) != 0) ReadSample(bits, ref position, bound, code, 0, plane, sample);
            if ((rho & 2) != 0) exponents[0] = (byte)Bits.Length(ReadSample(bits, ref position, bound, code, 1, plane, sample + stride));
            if ((rho & 4) != 0) ReadSample(bits, ref position, bound, code, 2, plane, sample + 1);
            if ((rho & 8) != 0) exponents[1] = (byte)Bits.Length(ReadSample(bits, ref position, bound, code, 3, plane, sample + stride + 1));
            if (position > bitCount) position = bitCount;
        }

        exponentsHere[2 * quads] = 0;
        return true;
    }

    /// <summary>A sample of a quad with all its bits in the window; 0 if it is not significant.</summary>
    /// <param name="window">The bits, lowest first.</param>
    /// <param name="position">Goes on behind the sample's.</param>
    /// <param name="bound">The bound of the quad's exponents.</param>
    /// <param name="code">The quad's code.</param>
    /// <param name="n">Which sample of the quad, column by column.</param>
    /// <param name="plane">The bit-plane.</param>
    /// <param name="odd">Twice the magnitude, less one.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint TakeSample(ref ulong window, ref int position, int bound, uint code, int n, int plane, out uint odd)
    {
        // All ones if it is significant: a condition could not be foreseen.
        uint mask = 0u - ((code >> (4 + n)) & 1);
        int count = (bound - (int)((code >> (12 + n)) & 1)) & (int)mask;
        uint value = ((uint)window & ((1u << count) - 1)) | (((code >> (8 + n)) & 1) << count);
        window >>= count;
        position += count;
        odd = (value | 1) & mask;
        return ((((value | 1) + 2) << plane) | (value << 31)) & mask;
    }

    /// <returns>Twice the magnitude, less one.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint ReadSample(byte* bits, ref int position, int bound, uint code, int n, int plane, uint* sample)
    {
        int count = bound - (int)((code >> (12 + n)) & 1);
        uint value = (uint)(*(ulong*)(bits + (position >> 3)) >> (position & 7)) & ((1u << count) - 1);
        position += count;
        value |= ((code >> (8 + n)) & 1) << count;
        uint odd = value | 1;
        *sample = ((odd + 2) << plane) | (value << 31);
        return odd;
    }
}
