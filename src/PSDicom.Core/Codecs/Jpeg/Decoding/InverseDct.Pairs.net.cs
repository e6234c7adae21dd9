using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace PSDicom.Codecs.Jpeg.Decoding;

/// <summary>The same arithmetic with 16-bit products that are added in pairs.</summary>
internal static unsafe partial class InverseDct
{
    /// <summary>Transforms a block of 8-bit samples with AVX2; false if 16 bits are not enough.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TransformPairs(short* coefficients, Quantization quantization, byte* target, int stride, int precision)
    {
        Pairs v;
        v.V0 = Vector256.Load(coefficients);
        v.V1 = Vector256.Load(coefficients + 16);
        v.V2 = Vector256.Load(coefficients + 32);
        v.V3 = Vector256.Load(coefficients + 48);
        fixed (short* limits = quantization.SmallLimits)
        {
            Vector256<short> large = Beyond(v.V0, limits) | Beyond(v.V1, limits + 16) | Beyond(v.V2, limits + 32) | Beyond(v.V3, limits + 48);
            if (!Avx.TestZ(large, large)) return false;
        }

        fixed (ushort* steps = quantization.Steps)
        {
            v.V0 *= Vector256.Load((short*)steps);
            v.V1 *= Vector256.Load((short*)steps + 16);
            v.V2 *= Vector256.Load((short*)steps + 32);
            v.V3 *= Vector256.Load((short*)steps + 48);
        }

        const int FirstShift = ConstantBits - PassBitsOfBytes, SecondShift = ConstantBits + PassBitsOfBytes + 3;
        v = Transpose(Pass(v, Vector256.Create(1 << (FirstShift - 1)), FirstShift));
        v = Pass(v, Vector256.Create((1 << (SecondShift - 1)) + (1 << (precision - 1 + SecondShift))), SecondShift);
        StoreColumns(v, target, stride, (1 << precision) - 1);
        return true;
    }

    private static Vector256<short> Beyond(Vector256<short> values, short* limits) =>
        Avx2.CompareGreaterThan(Avx2.Abs(values).AsInt16(), Vector256.Load(limits));

    /// <summary>
    /// Eight one-dimensional transforms. The input has the pairs of values 0 and 4, 2 and 6, 1 and 7, 3 and 5; the output has values 0 and
    /// 1, 2 and 3, 4 and 5, 6 and 7 in groups of four.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Pairs Pass(Pairs v, Vector256<int> rounding, [ConstantExpected] byte shift)
    {
        Vector256<int> even0 = Sum(v.V0, 1 << ConstantBits, 1 << ConstantBits) + rounding;
        Vector256<int> even1 = Sum(v.V0, 1 << ConstantBits, -1 << ConstantBits) + rounding;
        Vector256<int> even2 = Sum(v.V1, C0541, C0541 - C1847);
        Vector256<int> even3 = Sum(v.V1, C0541 + C0765, C0541);
        Vector256<int> e0 = even0 + even3, e3 = even0 - even3, e1 = even1 + even2, e2 = even1 - even2;

        Vector256<int> o0 = Sum(v.V2, C1175 - C0899, C0298 - C0899 + C1175 - C1961) + Sum(v.V3, C1175 - C1961, C1175);
        Vector256<int> o1 = Sum(v.V2, C1175 - C0390, C1175) + Sum(v.V3, C1175 - C2562, C2053 - C2562 + C1175 - C0390);
        Vector256<int> o2 = Sum(v.V2, C1175, C1175 - C1961) + Sum(v.V3, C3072 - C2562 + C1175 - C1961, C1175 - C2562);
        Vector256<int> o3 = Sum(v.V2, C1501 - C0899 + C1175 - C0390, C1175 - C0899) + Sum(v.V3, C1175, C1175 - C0390);

        v.V0 = Pack(e0 + o3, e1 + o2, shift);
        v.V1 = Pack(e2 + o1, e3 + o0, shift);
        v.V2 = Pack(e3 - o0, e2 - o1, shift);
        v.V3 = Pack(e1 - o2, e0 - o3, shift);
        return v;
    }

    private static Vector256<int> Sum(Vector256<short> pairs, int first, int second) =>
        Avx2.MultiplyAddAdjacent(pairs, Vector256.Create((second << 16) | (first & 0xFFFF)).AsInt16());

    private static Vector256<short> Pack(Vector256<int> first, Vector256<int> second, [ConstantExpected] byte shift) =>
        Avx2.PackSignedSaturate(Avx2.ShiftRightArithmetic(first, shift), Avx2.ShiftRightArithmetic(second, shift));

    /// <summary>Transposes the output of a pass to the input of the next one, in <see cref="TransformOrder"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Pairs Transpose(Pairs v)
    {
        Vector256<float> low = v.V0.AsSingle(), high = v.V1.AsSingle();
        Vector256<short> a0 = Avx.Shuffle(low, high, 0b10_00_10_00).AsInt16(), a1 = Avx.Shuffle(low, high, 0b11_01_11_01).AsInt16();
        low = v.V2.AsSingle();
        high = v.V3.AsSingle();
        Vector256<short> b0 = Avx.Shuffle(low, high, 0b10_00_10_00).AsInt16(), b1 = Avx.Shuffle(low, high, 0b11_01_11_01).AsInt16();
        v.V0 = Avx2.Permute2x128(a0, b0, 0x20);
        v.V1 = Avx2.Permute2x128(a1, b1, 0x20);
        v.V2 = Avx2.Permute2x128(a0, b0, 0x31);
        v.V3 = Avx2.Permute2x128(a1, b1, 0x31);
        return v;
    }

    /// <summary>Stores lines of samples from columns.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreColumns(Pairs v, byte* target, int stride, int most)
    {
        Vector256<byte> limit = Vector256.Create((byte)most);
        Vector256<byte> left = Avx2.Min(Avx2.PackUnsignedSaturate(v.V0, v.V1), limit), right = Avx2.Min(Avx2.PackUnsignedSaturate(v.V2, v.V3), limit);
        Vector256<byte> turn = Vector256.Create(
            (byte)0, 4, 8, 12, 1, 5, 9, 13, 2, 6, 10, 14, 3, 7, 11, 15, 0, 4, 8, 12, 1, 5, 9, 13, 2, 6, 10, 14, 3, 7, 11, 15);
        Vector256<int> leftLines = Avx2.Shuffle(left, turn).AsInt32(), rightLines = Avx2.Shuffle(right, turn).AsInt32();
        Vector256<ulong> a = Avx2.UnpackLow(leftLines, rightLines).AsUInt64(), b = Avx2.UnpackHigh(leftLines, rightLines).AsUInt64();
        StoreLines(a.GetLower(), target, stride);
        StoreLines(b.GetLower(), target + (2L * stride), stride);
        StoreLines(a.GetUpper(), target + (4L * stride), stride);
        StoreLines(b.GetUpper(), target + (6L * stride), stride);
    }

    private static void StoreLines(Vector128<ulong> lines, byte* target, int stride)
    {
        Sse2.StoreLow((double*)target, lines.AsDouble());
        Sse2.StoreHigh((double*)(target + stride), lines.AsDouble());
    }

    /// <summary>A block of 16-bit values in pairs.</summary>
    private struct Pairs
    {
        public Vector256<short> V0, V1, V2, V3;
    }
}
