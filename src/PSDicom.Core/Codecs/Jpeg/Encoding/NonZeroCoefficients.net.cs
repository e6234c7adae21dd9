using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace PSDicom.Codecs.Jpeg.Encoding;

internal static unsafe partial class NonZeroCoefficients
{
    // For each quarter of the block: the index of its byte at each position of the zig-zag sequence; 255 if another quarter has it.
    private static readonly byte[] Quarter0 = MakeQuarter(0);
    private static readonly byte[] Quarter1 = MakeQuarter(1);
    private static readonly byte[] Quarter2 = MakeQuarter(2);
    private static readonly byte[] Quarter3 = MakeQuarter(3);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool FindVector(short* coefficients, out ulong found)
    {
        found = 0;
        if (!Avx2.IsSupported) return false;
        Vector256<byte> upper = FindZeros(coefficients), lower = FindZeros(coefficients + 32);
        Vector256<byte> q0 = Avx2.Permute2x128(upper, upper, 0x00), q1 = Avx2.Permute2x128(upper, upper, 0x11);
        Vector256<byte> q2 = Avx2.Permute2x128(lower, lower, 0x00), q3 = Avx2.Permute2x128(lower, lower, 0x11);
        found = ~(ZigZagHalf(q0, q1, q2, q3, 0) | ((ulong)ZigZagHalf(q0, q1, q2, q3, 32) << 32));
        return true;
    }

    private static Vector256<byte> FindZeros(short* coefficients)
    {
        Vector256<sbyte> bytes = Avx2.PackSignedSaturate(Vector256.Load(coefficients), Vector256.Load(coefficients + 16));
        return Vector256.Equals(Avx2.Permute4x64(bytes.AsInt64(), 0b11_01_10_00).AsByte(), Vector256<byte>.Zero);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint ZigZagHalf(Vector256<byte> q0, Vector256<byte> q1, Vector256<byte> q2, Vector256<byte> q3, nuint first)
    {
        Vector256<byte> flags = Avx2.Shuffle(q0, Vector256.LoadUnsafe(ref Quarter0[0], first))
            | Avx2.Shuffle(q1, Vector256.LoadUnsafe(ref Quarter1[0], first))
            | Avx2.Shuffle(q2, Vector256.LoadUnsafe(ref Quarter2[0], first))
            | Avx2.Shuffle(q3, Vector256.LoadUnsafe(ref Quarter3[0], first));
        return flags.ExtractMostSignificantBits();
    }

    private static byte[] MakeQuarter(int quarter)
    {
        var indices = new byte[64];
        for (int k = 0; k < 64; k++)
        {
            int place = BlockOrder.OfZigZag[k];
            indices[k] = (byte)(place >> 4 == quarter ? place & 15 : 255);
        }

        return indices;
    }
}
