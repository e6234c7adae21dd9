using System;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace PSDicom.Codecs.Jpeg2000.HighThroughput;

internal static unsafe partial class ExponentBounds
{
    /// <summary>Processes four quads at a time; none without AVX2.</summary>
    [MethodImpl(Compiled.AtOnce)]
    private static int PredictVector(uint* quads, int count, uint* lower, out int done)
    {
        done = 0;
        if (!Avx2.IsSupported) return 0;
        Vector128<int> largest = Vector128<int>.Zero;
        for (; done < count; done += 4)
        {
            // For each quad, the bits of two samples and one at each side. The position of the highest bit is the exponent of a float.
            Vector256<ulong> four = (Vector256.Load(lower + (2 * done) - 1) | Vector256.Load(lower + (2 * done) + 1)).AsUInt64();
            four |= Vector256.ShiftRightLogical(four, 32);
            Vector128<int> north = Avx2.PermuteVar8x32(four.AsInt32(), Vector256.Create(0, 2, 4, 6, 0, 2, 4, 6)).GetLower();
            north = Sse2.AndNot(Vector128.ShiftRightLogical(north, 1), north);
            Vector128<int> exponent = Vector128.ShiftRightLogical(Sse2.ConvertToVector128Single(north).AsInt32(), 23) - Vector128.Create(126);

            Vector128<int> quad = Vector128.Load((int*)quads + done);
            Vector128<int> rho = quad & Vector128.Create(0xF0);
            Vector128<int> hasSeveral = Vector128.GreaterThan(rho & (rho - Vector128.Create(0x10)), Vector128<int>.Zero);
            Vector128<int> predicted = Vector128<int>.One + (hasSeveral & Vector128.Max(exponent - Vector128.Create(2), Vector128<int>.Zero));
            quad += Vector128.ShiftLeft(predicted, 16);
            quad.Store((int*)quads + done);
            largest = Vector128.Max(largest, Vector128.ShiftRightLogical(quad, 16) & Vector128.GreaterThan(rho, Vector128<int>.Zero));
        }

        return Math.Max(Math.Max(largest[0], largest[1]), Math.Max(largest[2], largest[3]));
    }
}
