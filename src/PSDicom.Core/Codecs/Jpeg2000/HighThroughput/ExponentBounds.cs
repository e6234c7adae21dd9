using System;
using System.Runtime.CompilerServices;

namespace PSDicom.Codecs.Jpeg2000.HighThroughput;

/// <summary>The bounds of the exponents of quads (T.814 7.3.7).</summary>
internal static unsafe partial class ExponentBounds
{
    /// <summary>Adds the predicted exponents to the residuals (u) in bits 16 and up of each quad, which gives the bounds (U).</summary>
    /// <param name="quads">A row of quads.</param>
    /// <param name="count">The number of quads; some more can be changed.</param>
    /// <param name="lower">The lower samples of the row above: twice the magnitude, less one; 0 at both ends.</param>
    /// <returns>The largest bound of a quad that has a significant sample.</returns>
    [MethodImpl(Compiled.AtOnce)]
    public static int Predict(uint* quads, int count, uint* lower)
    {
        int largest = PredictVector(quads, count, lower, out int q);
        for (; q < count; q++)
        {
            uint rho = (quads[q] >> 4) & 0xF, north = lower[(2 * q) - 1] | lower[2 * q] | lower[(2 * q) + 1] | lower[(2 * q) + 2];
            int predicted = (rho & (rho - 1)) != 0 ? Math.Max(1, Bits.Length(north) - 1) : 1;
            quads[q] += (uint)predicted << 16;
            if (rho != 0) largest = Math.Max(largest, (int)(quads[q] >> 16));
        }

        return largest;
    }
}
