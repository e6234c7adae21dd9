using System.Runtime.CompilerServices;

namespace PSDicom.Codecs.Jpeg.Encoding;

/// <summary>Finds the coefficients that are not 0.</summary>
internal static unsafe partial class NonZeroCoefficients
{
    /// <summary>Returns a bit for each coefficient in zig-zag sequence, the first one lowest, which is set if it is not 0.</summary>
    /// <param name="coefficients">64 coefficients in <see cref="BlockOrder"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Find(short* coefficients)
    {
        if (FindVector(coefficients, out ulong found)) return found;
        byte[] order = BlockOrder.OfZigZag;
        for (int k = 0; k < order.Length; k++)
        {
            if (coefficients[order[k]] != 0) found |= 1UL << k;
        }

        return found;
    }
}
