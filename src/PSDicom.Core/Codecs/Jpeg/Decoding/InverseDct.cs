using System.Runtime.CompilerServices;

namespace PSDicom.Codecs.Jpeg.Decoding;

/// <summary>
/// The inverse DCT (T.81 A.3.3) in integers, after Loeffler, Ligtenberg and Moschytz, with the constants and rounding that most decoders
/// share: 13 fraction bits, of which 2 are kept between the passes (1 for samples of more than 8 bits).
/// </summary>
internal static unsafe partial class InverseDct
{
    private const int ConstantBits = 13;
    private const int PassBitsOfBytes = 2;
    private const int C0298 = 2446;
    private const int C0390 = 3196;
    private const int C0541 = 4433;
    private const int C0765 = 6270;
    private const int C0899 = 7373;
    private const int C1175 = 9633;
    private const int C1501 = 12299;
    private const int C1847 = 15137;
    private const int C1961 = 16069;
    private const int C2053 = 16819;
    private const int C2562 = 20995;
    private const int C3072 = 25172;

    /// <summary>Writes the 8 by 8 samples of a block.</summary>
    /// <param name="coefficients">64 coefficients in <see cref="TransformOrder"/>.</param>
    /// <param name="quantization">The quantization table.</param>
    /// <param name="target">The first sample.</param>
    /// <param name="stride">Bytes from line to line.</param>
    /// <param name="isWide">Whether samples take two bytes.</param>
    /// <param name="precision">Bits of a sample.</param>
    [MethodImpl(Compiled.AtOnce)]
    public static void Transform(short* coefficients, Quantization quantization, byte* target, int stride, bool isWide, int precision)
    {
        int passBits = precision > 8 ? 1 : PassBitsOfBytes;
        if (!TransformVector(coefficients, quantization, target, stride, isWide, precision, passBits))
            TransformScalar(coefficients, quantization, target, stride, isWide, precision, passBits);
    }

    [MethodImpl(Compiled.AtOnce)]
    private static void TransformScalar(
        short* coefficients, Quantization quantization, byte* target, int stride, bool isWide, int precision, int passBits)
    {
        int* work = stackalloc int[64];
        for (int i = 0; i < 64; i++) work[TransformOrder.ToNatural[i]] = coefficients[i] * quantization.Steps[i];
        for (int x = 0; x < 8; x++) Pass(work + x, 8, 0, ConstantBits - passBits);
        for (int y = 0; y < 8; y++)
        {
            int* line = work + (8 * y);
            Pass(line, 1, 1 << (precision - 1), ConstantBits + passBits + 3);
            byte* samples = target + ((long)y * stride);
            for (int x = 0; x < 8; x++)
            {
                int value = Clamp(line[x], precision);
                if (isWide) ((ushort*)samples)[x] = (ushort)value;
                else samples[x] = (byte)value;
            }
        }
    }

    /// <summary>Writes a block that has only a DC coefficient: one value.</summary>
    [MethodImpl(Compiled.AtOnce)]
    public static void Fill(int dc, byte* target, int stride, bool isWide, int precision)
    {
        int value = Clamp(((dc + 4) >> 3) + (1 << (precision - 1)), precision);
        ulong samples = isWide ? (ulong)value * 0x0001_0001_0001_0001 : (ulong)value * 0x0101_0101_0101_0101;
        for (int y = 0; y < 8; y++)
        {
            byte* line = target + ((long)y * stride);
            Unsafe.WriteUnaligned(line, samples);
            if (isWide) Unsafe.WriteUnaligned(line + 8, samples);
        }
    }

    private static int Clamp(int value, int precision)
    {
        int most = (1 << precision) - 1;
        return value < 0 ? 0 : value > most ? most : value;
    }

    /// <summary>A one-dimensional transform in place: eight values, <paramref name="step"/> apart.</summary>
    [MethodImpl(Compiled.AtOnce)]
    private static void Pass(int* v, int step, int offset, int shift)
    {
        int z1 = (v[2 * step] + v[6 * step]) * C0541;
        int even2 = z1 - (v[6 * step] * C1847);
        int even3 = z1 + (v[2 * step] * C0765);
        int rounding = (1 << (shift - 1)) + (offset << shift);
        int even0 = ((v[0] + v[4 * step]) << ConstantBits) + rounding;
        int even1 = ((v[0] - v[4 * step]) << ConstantBits) + rounding;
        int e0 = even0 + even3, e3 = even0 - even3, e1 = even1 + even2, e2 = even1 - even2;

        int o0 = v[7 * step], o1 = v[5 * step], o2 = v[3 * step], o3 = v[step];
        int z5 = (o0 + o2 + o1 + o3) * C1175;
        int z3 = z5 - ((o0 + o2) * C1961), z4 = z5 - ((o1 + o3) * C0390);
        z1 = (o0 + o3) * -C0899;
        int z2 = (o1 + o2) * -C2562;
        o0 = (o0 * C0298) + z1 + z3;
        o1 = (o1 * C2053) + z2 + z4;
        o2 = (o2 * C3072) + z2 + z3;
        o3 = (o3 * C1501) + z1 + z4;

        v[0] = (e0 + o3) >> shift;
        v[7 * step] = (e0 - o3) >> shift;
        v[step] = (e1 + o2) >> shift;
        v[6 * step] = (e1 - o2) >> shift;
        v[2 * step] = (e2 + o1) >> shift;
        v[5 * step] = (e2 - o1) >> shift;
        v[3 * step] = (e3 + o0) >> shift;
        v[4 * step] = (e3 - o0) >> shift;
    }
}
