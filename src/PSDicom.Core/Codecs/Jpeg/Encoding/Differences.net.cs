using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace PSDicom.Codecs.Jpeg.Encoding;

internal static unsafe partial class Differences
{
    /// <summary>Computes the differences that fill whole vectors.</summary>
    /// <returns>The position of the next one.</returns>
    [MethodImpl(Compiled.AtOnce)]
    private static int ComputeVector(int selection, ushort* line, ushort* above, int step, ushort* differences, int count)
    {
        int x = step;
        if (!Vector256.IsHardwareAccelerated) return x;
        for (; x <= count - Vector256<ushort>.Count; x += Vector256<ushort>.Count)
        {
            Vector256<ushort> a = Vector256.Load(line + x - step), b = Vector256.Load(above + x), c = Vector256.Load(above + x - step);
            Vector256<ushort> prediction = selection switch
            {
                1 => a,
                2 => b,
                3 => c,
                4 => a + b - c,
                5 => a + HalfDifference(b, c),
                6 => b + HalfDifference(a, c),
                _ => (a & b) + Vector256.ShiftRightLogical(a ^ b, 1),
            };
            (Vector256.Load(line + x) - prediction).Store(differences + x);
        }

        return x;
    }

    /// <summary>Half the difference of two samples, rounded down, in 16 bits although the difference has 17.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ushort> HalfDifference(Vector256<ushort> a, Vector256<ushort> b) =>
        Vector256.ShiftRightLogical(a, 1) - Vector256.ShiftRightLogical(b, 1) - (Vector256.AndNot(b, a) & Vector256<ushort>.One);
}
