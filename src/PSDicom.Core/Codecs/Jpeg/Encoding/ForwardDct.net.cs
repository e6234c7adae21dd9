using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace PSDicom.Codecs.Jpeg.Encoding;

internal static unsafe partial class ForwardDct
{
    /// <summary>The same arithmetic for eight columns at once; false without AVX2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TransformVector(byte* samples, int stride, float* factors, short* coefficients)
    {
        if (!Avx2.IsSupported) return false;
        EightLines v;
        v.V0 = Load(samples);
        v.V1 = Load(samples + stride);
        v.V2 = Load(samples + (2L * stride));
        v.V3 = Load(samples + (3L * stride));
        v.V4 = Load(samples + (4L * stride));
        v.V5 = Load(samples + (5L * stride));
        v.V6 = Load(samples + (6L * stride));
        v.V7 = Load(samples + (7L * stride));
        Transform(v, LevelShift, factors, coefficients);
        return true;
    }

    /// <inheritdoc cref="TransformVector(byte*, int, float*, short*)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TransformVector(ushort* samples, int stride, float* factors, short* coefficients)
    {
        if (!Avx2.IsSupported) return false;
        EightLines v;
        v.V0 = Load(samples);
        v.V1 = Load(samples + stride);
        v.V2 = Load(samples + (2L * stride));
        v.V3 = Load(samples + (3L * stride));
        v.V4 = Load(samples + (4L * stride));
        v.V5 = Load(samples + (5L * stride));
        v.V6 = Load(samples + (6L * stride));
        v.V7 = Load(samples + (7L * stride));
        Transform(v, LevelShiftOf12Bits, factors, coefficients);
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Transform(EightLines v, float levelShift, float* factors, short* coefficients)
    {
        v = Pass(EightLines.Transpose(Pass(v)));
        v.V0 = (v.V0.AsSingle() - Vector256.CreateScalar(levelShift)).AsInt32();
        Store(v.V0, v.V1, factors, coefficients);
        Store(v.V2, v.V3, factors + 16, coefficients + 16);
        Store(v.V4, v.V5, factors + 32, coefficients + 32);
        Store(v.V6, v.V7, factors + 48, coefficients + 48);
    }

    private static Vector256<int> Load(ushort* line) => Avx.ConvertToVector256Single(Avx2.ConvertToVector256Int32(line)).AsInt32();

    private static Vector256<int> Load(byte* line) => Avx.ConvertToVector256Single(Avx2.ConvertToVector256Int32(line)).AsInt32();

    private static void Store(Vector256<int> first, Vector256<int> second, float* factors, short* coefficients)
    {
        Vector256<int> low = Avx.ConvertToVector256Int32(first.AsSingle() * Vector256.Load(factors));
        Vector256<int> high = Avx.ConvertToVector256Int32(second.AsSingle() * Vector256.Load(factors + 8));
        Avx2.Permute4x64(Avx2.PackSignedSaturate(low, high).AsInt64(), 0b11_01_10_00).AsInt16().Store(coefficients);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static EightLines Pass(EightLines v)
    {
        Vector256<float> s0 = v.V0.AsSingle() + v.V7.AsSingle(), d0 = v.V0.AsSingle() - v.V7.AsSingle();
        Vector256<float> s1 = v.V1.AsSingle() + v.V6.AsSingle(), d1 = v.V1.AsSingle() - v.V6.AsSingle();
        Vector256<float> s2 = v.V2.AsSingle() + v.V5.AsSingle(), d2 = v.V2.AsSingle() - v.V5.AsSingle();
        Vector256<float> s3 = v.V3.AsSingle() + v.V4.AsSingle(), d3 = v.V3.AsSingle() - v.V4.AsSingle();

        Vector256<float> e0 = s0 + s3, e3 = s0 - s3, e1 = s1 + s2, e2 = s1 - s2;
        Vector256<float> z1 = (e2 + e3) * Vector256.Create(C4);
        v.V0 = (e0 + e1).AsInt32();
        v.V4 = (e0 - e1).AsInt32();
        v.V2 = (e3 + z1).AsInt32();
        v.V6 = (e3 - z1).AsInt32();

        Vector256<float> o0 = d3 + d2, o1 = d2 + d1, o2 = d1 + d0;
        Vector256<float> z5 = (o0 - o2) * Vector256.Create(C6), z3 = o1 * Vector256.Create(C4);
        Vector256<float> z2 = (o0 * Vector256.Create(C2MinusC6)) + z5, z4 = (o2 * Vector256.Create(C2PlusC6)) + z5;
        Vector256<float> z6 = d0 + z3, z7 = d0 - z3;
        v.V5 = (z7 + z2).AsInt32();
        v.V3 = (z7 - z2).AsInt32();
        v.V1 = (z6 + z4).AsInt32();
        v.V7 = (z6 - z4).AsInt32();
        return v;
    }
}
