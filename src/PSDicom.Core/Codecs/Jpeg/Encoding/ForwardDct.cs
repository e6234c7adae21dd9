using System;
using System.Runtime.CompilerServices;

namespace PSDicom.Codecs.Jpeg.Encoding;

/// <summary>
/// The forward DCT (T.81 A.3.3) with quantization, after Arai, Agui and Nakajima: the final factors of their transform are part of the
/// division by the quantization table. In single precision, a result differs by one only if the exact result is almost half-way.
/// </summary>
internal static unsafe partial class ForwardDct
{
    private const float C4 = 0.707106781f;
    private const float C6 = 0.382683433f;
    private const float C2MinusC6 = 0.541196100f;
    private const float C2PlusC6 = 1.306562965f;

    /// <summary>The level shift of 128 in terms of the DC coefficient.</summary>
    private const float LevelShift = 64 * 128;

    /// <summary>The level shift of samples of 12 bits.</summary>
    private const float LevelShiftOf12Bits = 64 * 2048;

    /// <summary>Adding it to a number below 2^22, and subtracting it as an integer, rounds to nearest, ties to even.</summary>
    private const float Rounding = 3 << 22;

    /// <summary>Computes the factors of the transform's results, in <see cref="BlockOrder"/>.</summary>
    /// <param name="table">The quantization table.</param>
    public static float[] MakeFactors(QuantizationTable table)
    {
        var factors = new float[64];
        for (int i = 0; i < 64; i++)
        {
            double scale = 8 * ScaleOf(i >> 3) * ScaleOf(i & 7);
            factors[BlockOrder.Transpose(i)] = (float)(1 / (table.Divisors[i] * scale));
        }

        return factors;
    }

    /// <summary>Computes the quantized coefficients of 8 x 8 samples.</summary>
    /// <param name="samples">The first sample.</param>
    /// <param name="stride">Samples from line to line.</param>
    /// <param name="factors">The factors of <see cref="MakeFactors"/>.</param>
    /// <param name="coefficients">The 64 resulting coefficients, in <see cref="BlockOrder"/>.</param>
    [MethodImpl(Compiled.AtOnce)]
    public static void Transform(byte* samples, int stride, float* factors, short* coefficients)
    {
        if (TransformVector(samples, stride, factors, coefficients)) return;

        float* work = stackalloc float[64];
        for (int y = 0; y < 8; y++)
        {
            byte* line = samples + ((long)y * stride);
            for (int x = 0; x < 8; x++) work[(8 * y) + x] = line[x];
        }

        Transform(work, LevelShift, factors, coefficients);
    }

    /// <summary>Computes the quantized coefficients of 8 x 8 samples of 12 bits.</summary>
    /// <inheritdoc cref="Transform(byte*, int, float*, short*)"/>
    [MethodImpl(Compiled.AtOnce)]
    public static void Transform(ushort* samples, int stride, float* factors, short* coefficients)
    {
        if (TransformVector(samples, stride, factors, coefficients)) return;

        float* work = stackalloc float[64];
        for (int y = 0; y < 8; y++)
        {
            ushort* line = samples + ((long)y * stride);
            for (int x = 0; x < 8; x++) work[(8 * y) + x] = line[x];
        }

        Transform(work, LevelShiftOf12Bits, factors, coefficients);
    }

    [MethodImpl(Compiled.AtOnce)]
    private static void Transform(float* work, float levelShift, float* factors, short* coefficients)
    {
        for (int i = 0; i < 8; i++) Pass(work + i, 8);
        for (int i = 0; i < 8; i++) Pass(work + (8 * i), 1);
        work[0] -= levelShift;
        for (int i = 0; i < 64; i++)
        {
            int turned = BlockOrder.Transpose(i);
            float rounded = (float)((work[i] * factors[turned]) + Rounding);
            coefficients[turned] = (short)((int)rounded - (int)Rounding);
        }
    }

    /// <summary>The scale of a coefficient after a pass, without the common factor.</summary>
    private static double ScaleOf(int index) => index == 0 ? 1 : Math.Cos(index * Math.PI / 16) * Math.Sqrt(2);

    /// <summary>A one-dimensional transform in place: eight values, <paramref name="step"/> apart.</summary>
    [MethodImpl(Compiled.AtOnce)]
    private static void Pass(float* v, int step)
    {
        float s0 = v[0] + v[7 * step], d0 = v[0] - v[7 * step];
        float s1 = v[step] + v[6 * step], d1 = v[step] - v[6 * step];
        float s2 = v[2 * step] + v[5 * step], d2 = v[2 * step] - v[5 * step];
        float s3 = v[3 * step] + v[4 * step], d3 = v[3 * step] - v[4 * step];

        float e0 = s0 + s3, e3 = s0 - s3, e1 = s1 + s2, e2 = s1 - s2;
        float z1 = (e2 + e3) * C4;
        v[0] = e0 + e1;
        v[4 * step] = e0 - e1;
        v[2 * step] = e3 + z1;
        v[6 * step] = e3 - z1;

        float o0 = d3 + d2, o1 = d2 + d1, o2 = d1 + d0;
        float z5 = (o0 - o2) * C6, z2 = (o0 * C2MinusC6) + z5, z4 = (o2 * C2PlusC6) + z5, z3 = o1 * C4;
        float z6 = d0 + z3, z7 = d0 - z3;
        v[5 * step] = z7 + z2;
        v[3 * step] = z7 - z2;
        v[step] = z6 + z4;
        v[7 * step] = z6 - z4;
    }
}
