using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace PSDicom.Codecs.Jpeg;

/// <summary>A block of eight lines, or columns, of eight 32-bit values.</summary>
internal struct EightLines
{
    public Vector256<int> V0, V1, V2, V3, V4, V5, V6, V7;

    /// <summary>Transposes the block. Requires AVX2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLines Transpose(EightLines v)
    {
        // Pairs, then pairs of pairs, then halves.
        Vector256<long> a0 = Avx2.UnpackLow(v.V0, v.V1).AsInt64(), a1 = Avx2.UnpackHigh(v.V0, v.V1).AsInt64();
        Vector256<long> a2 = Avx2.UnpackLow(v.V2, v.V3).AsInt64(), a3 = Avx2.UnpackHigh(v.V2, v.V3).AsInt64();
        Vector256<long> a4 = Avx2.UnpackLow(v.V4, v.V5).AsInt64(), a5 = Avx2.UnpackHigh(v.V4, v.V5).AsInt64();
        Vector256<long> a6 = Avx2.UnpackLow(v.V6, v.V7).AsInt64(), a7 = Avx2.UnpackHigh(v.V6, v.V7).AsInt64();
        Vector256<long> b0 = Avx2.UnpackLow(a0, a2), b1 = Avx2.UnpackHigh(a0, a2);
        Vector256<long> b2 = Avx2.UnpackLow(a1, a3), b3 = Avx2.UnpackHigh(a1, a3);
        Vector256<long> b4 = Avx2.UnpackLow(a4, a6), b5 = Avx2.UnpackHigh(a4, a6);
        Vector256<long> b6 = Avx2.UnpackLow(a5, a7), b7 = Avx2.UnpackHigh(a5, a7);
        v.V0 = Avx2.Permute2x128(b0, b4, 0x20).AsInt32();
        v.V1 = Avx2.Permute2x128(b1, b5, 0x20).AsInt32();
        v.V2 = Avx2.Permute2x128(b2, b6, 0x20).AsInt32();
        v.V3 = Avx2.Permute2x128(b3, b7, 0x20).AsInt32();
        v.V4 = Avx2.Permute2x128(b0, b4, 0x31).AsInt32();
        v.V5 = Avx2.Permute2x128(b1, b5, 0x31).AsInt32();
        v.V6 = Avx2.Permute2x128(b2, b6, 0x31).AsInt32();
        v.V7 = Avx2.Permute2x128(b3, b7, 0x31).AsInt32();
        return v;
    }
}
