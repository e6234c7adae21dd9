using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace PSDicom.Codecs.Jpeg.Decoding;

internal static unsafe partial class InverseDct
{
    /// <summary>The same arithmetic for eight columns at once; false without AVX2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TransformVector(
        short* coefficients, Quantization quantization, byte* target, int stride, bool isWide, int precision, int passBits)
    {
        if (!Avx2.IsSupported) return false;
        if (precision > 8 || isWide || !TransformPairs(coefficients, quantization, target, stride, precision))
            TransformInts(coefficients, quantization, target, stride, isWide, precision, passBits);
        return true;
    }

    /// <summary>Transforms in 32 bits. Not inlined: clearing its variables would cost a block of <see cref="TransformPairs"/> more than that.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | Compiled.AtOnce)]
    private static void TransformInts(
        short* coefficients, Quantization quantization, byte* target, int stride, bool isWide, int precision, int passBits)
    {
        EightLines v;
        fixed (ushort* steps = quantization.Steps)
        {
            (v.V0, v.V4) = Dequantize(coefficients, steps);
            (v.V2, v.V6) = Dequantize(coefficients + 16, steps + 16);
            (v.V1, v.V7) = Dequantize(coefficients + 32, steps + 32);
            (v.V3, v.V5) = Dequantize(coefficients + 48, steps + 48);
        }

        int shift = ConstantBits - passBits;
        v = EightLines.Transpose(Pass(v, Vector256.Create(1 << (shift - 1)), shift));
        // Columns were in TransformOrder.
        (v.V1, v.V3, v.V4, v.V5, v.V6, v.V7) = (v.V4, v.V6, v.V1, v.V7, v.V3, v.V5);
        shift = ConstantBits + passBits + 3;
        v = EightLines.Transpose(Pass(v, Vector256.Create((1 << (shift - 1)) + (1 << (precision - 1 + shift))), shift));
        if (isWide) StoreWide(v, target, stride, (1 << precision) - 1);
        else StoreBytes(v, target, stride, (1 << precision) - 1);
    }

    /// <summary>Dequantizes two lines whose coefficients alternate.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector256<int> First, Vector256<int> Second) Dequantize(short* coefficients, ushort* steps)
    {
        Vector256<int> values = Vector256.Load((int*)coefficients);
        Vector256<uint> factors = Vector256.Load((uint*)steps);
        return (Vector256.ShiftRightArithmetic(Vector256.ShiftLeft(values, 16), 16) * (factors & Vector256.Create(0xFFFFu)).AsInt32(),
            Vector256.ShiftRightArithmetic(values, 16) * Vector256.ShiftRightLogical(factors, 16).AsInt32());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static EightLines Pass(EightLines v, Vector256<int> rounding, int shift)
    {
        Vector256<int> z1 = (v.V2 + v.V6) * Vector256.Create(C0541);
        Vector256<int> even2 = z1 - (v.V6 * Vector256.Create(C1847));
        Vector256<int> even3 = z1 + (v.V2 * Vector256.Create(C0765));
        Vector256<int> even0 = Vector256.ShiftLeft(v.V0 + v.V4, ConstantBits) + rounding;
        Vector256<int> even1 = Vector256.ShiftLeft(v.V0 - v.V4, ConstantBits) + rounding;
        Vector256<int> e0 = even0 + even3, e3 = even0 - even3, e1 = even1 + even2, e2 = even1 - even2;

        Vector256<int> z3 = v.V7 + v.V3, z4 = v.V5 + v.V1;
        Vector256<int> z5 = (z3 + z4) * Vector256.Create(C1175);
        z3 = z5 - (z3 * Vector256.Create(C1961));
        z4 = z5 - (z4 * Vector256.Create(C0390));
        z1 = (v.V7 + v.V1) * Vector256.Create(-C0899);
        Vector256<int> z2 = (v.V5 + v.V3) * Vector256.Create(-C2562);
        Vector256<int> o0 = (v.V7 * Vector256.Create(C0298)) + z1 + z3;
        Vector256<int> o1 = (v.V5 * Vector256.Create(C2053)) + z2 + z4;
        Vector256<int> o2 = (v.V3 * Vector256.Create(C3072)) + z2 + z3;
        Vector256<int> o3 = (v.V1 * Vector256.Create(C1501)) + z1 + z4;

        Vector128<int> count = Vector128.CreateScalar(shift);
        v.V0 = Avx2.ShiftRightArithmetic(e0 + o3, count);
        v.V7 = Avx2.ShiftRightArithmetic(e0 - o3, count);
        v.V1 = Avx2.ShiftRightArithmetic(e1 + o2, count);
        v.V6 = Avx2.ShiftRightArithmetic(e1 - o2, count);
        v.V2 = Avx2.ShiftRightArithmetic(e2 + o1, count);
        v.V5 = Avx2.ShiftRightArithmetic(e2 - o1, count);
        v.V3 = Avx2.ShiftRightArithmetic(e3 + o0, count);
        v.V4 = Avx2.ShiftRightArithmetic(e3 - o0, count);
        return v;
    }

    private static void StoreWide(in EightLines v, byte* target, int stride, int most)
    {
        StoreWide(v.V0, v.V1, target, stride, most);
        StoreWide(v.V2, v.V3, target + (2L * stride), stride, most);
        StoreWide(v.V4, v.V5, target + (4L * stride), stride, most);
        StoreWide(v.V6, v.V7, target + (6L * stride), stride, most);
    }

    private static void StoreWide(Vector256<int> upper, Vector256<int> lower, byte* target, int stride, int most)
    {
        Vector256<int> limit = Vector256.Create(most);
        Vector256<ushort> both = Avx2.PackUnsignedSaturate(Avx2.Min(upper, limit), Avx2.Min(lower, limit));
        both = Avx2.Permute4x64(both.AsInt64(), 0b11_01_10_00).AsUInt16();
        both.GetLower().AsByte().Store(target);
        both.GetUpper().AsByte().Store(target + stride);
    }

    private static void StoreBytes(in EightLines v, byte* target, int stride, int most)
    {
        StoreBytes(v.V0, v.V1, v.V2, v.V3, target, stride, most);
        StoreBytes(v.V4, v.V5, v.V6, v.V7, target + (4L * stride), stride, most);
    }

    private static void StoreBytes(
        Vector256<int> v0, Vector256<int> v1, Vector256<int> v2, Vector256<int> v3, byte* target, int stride, int most)
    {
        Vector256<byte> bytes = Avx2.PackUnsignedSaturate(Avx2.PackSignedSaturate(v0, v1), Avx2.PackSignedSaturate(v2, v3));
        bytes = Avx2.Min(bytes, Vector256.Create((byte)most));
        Vector256<ulong> lines = Avx2.PermuteVar8x32(bytes.AsInt32(), Vector256.Create(0, 4, 1, 5, 2, 6, 3, 7)).AsUInt64();
        Unsafe.WriteUnaligned(target, lines.GetElement(0));
        Unsafe.WriteUnaligned(target + stride, lines.GetElement(1));
        Unsafe.WriteUnaligned(target + (2L * stride), lines.GetElement(2));
        Unsafe.WriteUnaligned(target + (3L * stride), lines.GetElement(3));
    }
}
