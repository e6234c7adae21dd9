using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace PSDicom.Codecs.Jpeg2000.Wavelets;

/// <summary>The steps of the inverse wavelet transforms over a line of samples (T.800 F.3.8), several samples at a time.</summary>
internal static unsafe class Lifting
{
    /// <summary>Even samples of the 5/3 transform (T.800 formula F-5).</summary>
    [MethodImpl(Compiled.AtOnce)]
    public static void ReversibleLow(int* target, int* before, int* after, int count)
    {
        int i = 0;
        var two = new Vector<int>(2);
        for (; i <= count - Vector<int>.Count; i += Vector<int>.Count)
        {
            Vector<int> sum = Vector.Load(before + i) + Vector.Load(after + i) + two;
            (Vector.Load(target + i) - Vector.ShiftRightArithmetic(sum, 2)).Store(target + i);
        }

        for (; i < count; i++) target[i] -= (before[i] + after[i] + 2) >> 2;
    }

    /// <summary>Odd samples of the 5/3 transform (T.800 formula F-6).</summary>
    [MethodImpl(Compiled.AtOnce)]
    public static void ReversibleHigh(int* target, int* before, int* after, int count)
    {
        int i = 0;
        for (; i <= count - Vector<int>.Count; i += Vector<int>.Count)
        {
            Vector<int> sum = Vector.Load(before + i) + Vector.Load(after + i);
            (Vector.Load(target + i) + Vector.ShiftRightArithmetic(sum, 1)).Store(target + i);
        }

        for (; i < count; i++) target[i] += (before[i] + after[i]) >> 1;
    }

    /// <summary>A step of the 9/7 transform (T.800 formula F-7).</summary>
    [MethodImpl(Compiled.AtOnce)]
    public static void Irreversible(float* target, float* before, float* after, float factor, int count)
    {
        int i = 0;
        var factors = new Vector<float>(factor);
        for (; i <= count - Vector<float>.Count; i += Vector<float>.Count)
            (Vector.Load(target + i) - (factors * (Vector.Load(before + i) + Vector.Load(after + i)))).Store(target + i);
        for (; i < count; i++) target[i] -= factor * (before[i] + after[i]);
    }

    /// <summary>Multiplies a line.</summary>
    [MethodImpl(Compiled.AtOnce)]
    public static void Scale(float* source, float factor, float* target, int count)
    {
        int i = 0;
        for (; i <= count - Vector<float>.Count; i += Vector<float>.Count) (Vector.Load(source + i) * factor).Store(target + i);
        for (; i < count; i++) target[i] = source[i] * factor;
    }

    /// <summary>Halves a single row of high frequencies.</summary>
    [MethodImpl(Compiled.AtOnce)]
    public static void Halve(int* line, int count)
    {
        for (int i = 0; i < count; i++) line[i] >>= 1;
    }

    /// <summary>Interleaves the samples of two lines.</summary>
    [MethodImpl(Compiled.AtOnce)]
    public static void Interleave(int* first, int* second, int* target, int count)
    {
        int pairs = count >> 1, i = 0;
        for (; i <= pairs - Vector128<int>.Count; i += Vector128<int>.Count)
        {
            Vector128<int> a = Vector128.Load(first + i), b = Vector128.Load(second + i);
            (Vector128<int> low, Vector128<int> high) = Zip(a, b);
            low.Store(target + (2 * i));
            high.Store(target + (2 * i) + Vector128<int>.Count);
        }

        for (; i < pairs; i++)
        {
            target[2 * i] = first[i];
            target[(2 * i) + 1] = second[i];
        }

        if ((count & 1) != 0) target[count - 1] = first[pairs];
    }

    private static (Vector128<int> Low, Vector128<int> High) Zip(Vector128<int> a, Vector128<int> b)
    {
        if (Sse2.IsSupported) return (Sse2.UnpackLow(a, b), Sse2.UnpackHigh(a, b));
        if (AdvSimd.Arm64.IsSupported) return (AdvSimd.Arm64.ZipLow(a, b), AdvSimd.Arm64.ZipHigh(a, b));
        return (Vector128.Create(a[0], b[0], a[1], b[1]), Vector128.Create(a[2], b[2], a[3], b[3]));
    }
}
