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

    /// <summary>Writes a block that has only a DC coefficient: one value.</summary>
    [MethodImpl(Compiled.AtOnce)]
    public static void Fill(int dc, byte* target, int stride, bool isWide, int precision)
    {
        int value = Clamp(((dc + 4) >> 3) + (1 << (precision - 1)), (1 << precision) - 1);
        ulong samples = isWide ? (ulong)value * 0x0001_0001_0001_0001 : (ulong)value * 0x0101_0101_0101_0101;
        for (int y = 0; y < 8; y++)
        {
            byte* line = target + ((long)y * stride);
            Unsafe.WriteUnaligned(line, samples);
            if (isWide) Unsafe.WriteUnaligned(line + 8, samples);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining | Compiled.AtOnce)]
    private static void TransformScalar(
        short* coefficients, Quantization quantization, byte* target, int stride, bool isWide, int precision, int passBits)
    {
        int* work = stackalloc int[64 + 8], column = work + 64;
        fixed (ushort* steps = quantization.Steps)
        fixed (byte* places = TransformOrder.ToNatural)
        {
            for (int i = 0; i < 16; i += 2)
            {
                Dequantize(coefficients + i, steps + i, column);
                Pass(column, work + places[i], 8, 0, ConstantBits - passBits);
            }
        }

        int most = (1 << precision) - 1;
        for (int y = 0; y < 8; y++)
        {
            int* line = work + (8 * y);
            Pass(line, line, 1, 1 << (precision - 1), ConstantBits + passBits + 3);
            // Of most lines no sample is out of range.
            bool isInRange = ((line[0] | line[1] | line[2] | line[3] | line[4] | line[5] | line[6] | line[7]) & ~most) == 0;
            for (int x = 0; x < 8 && !isInRange; x++) line[x] = Clamp(line[x], most);
            byte* samples = target + ((long)y * stride);
            if (isWide)
            {
                for (int x = 0; x < 8; x++) ((ushort*)samples)[x] = (ushort)line[x];
            }
            else
            {
                for (int x = 0; x < 8; x++) samples[x] = (byte)line[x];
            }
        }
    }

    /// <summary>Dequantizes a column, whose coefficients are in <see cref="TransformOrder"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Dequantize(short* coefficients, ushort* steps, int* column)
    {
        column[0] = coefficients[0] * steps[0];
        column[1] = coefficients[32] * steps[32];
        column[2] = coefficients[16] * steps[16];
        column[3] = coefficients[48] * steps[48];
        column[4] = coefficients[1] * steps[1];
        column[5] = coefficients[49] * steps[49];
        column[6] = coefficients[17] * steps[17];
        column[7] = coefficients[33] * steps[33];
    }

    private static int Clamp(int value, int most) => value < 0 ? 0 : value > most ? most : value;

    /// <summary>A one-dimensional transform of eight adjacent values to values that are <paramref name="step"/> apart.</summary>
    [MethodImpl(Compiled.AtOnce)]
    private static void Pass(int* v, int* output, int step, int offset, int shift)
    {
        int rounding = (1 << (shift - 1)) + (offset << shift);
        // Most columns of a block with few coefficients are flat.
        if ((v[1] | v[2] | v[3] | v[4] | v[5] | v[6] | v[7]) == 0)
        {
            int value = ((v[0] << ConstantBits) + rounding) >> shift;
            for (int i = 0; i < 8; i++, output += step) *output = value;
            return;
        }

        int z1 = (v[2] + v[6]) * C0541;
        int even2 = z1 - (v[6] * C1847);
        int even3 = z1 + (v[2] * C0765);
        int even0 = ((v[0] + v[4]) << ConstantBits) + rounding;
        int even1 = ((v[0] - v[4]) << ConstantBits) + rounding;
        int e0 = even0 + even3, e3 = even0 - even3, e1 = even1 + even2, e2 = even1 - even2;

        int o0 = v[7], o1 = v[5], o2 = v[3], o3 = v[1];
        int z5 = (o0 + o2 + o1 + o3) * C1175;
        int z3 = z5 - ((o0 + o2) * C1961), z4 = z5 - ((o1 + o3) * C0390);
        z1 = (o0 + o3) * -C0899;
        int z2 = (o1 + o2) * -C2562;
        o0 = (o0 * C0298) + z1 + z3;
        o1 = (o1 * C2053) + z2 + z4;
        o2 = (o2 * C3072) + z2 + z3;
        o3 = (o3 * C1501) + z1 + z4;

        output[0] = (e0 + o3) >> shift;
        output[7 * step] = (e0 - o3) >> shift;
        output[step] = (e1 + o2) >> shift;
        output[6 * step] = (e1 - o2) >> shift;
        output[2 * step] = (e2 + o1) >> shift;
        output[5 * step] = (e2 - o1) >> shift;
        output[3 * step] = (e3 + o0) >> shift;
        output[4 * step] = (e3 - o0) >> shift;
    }
}
