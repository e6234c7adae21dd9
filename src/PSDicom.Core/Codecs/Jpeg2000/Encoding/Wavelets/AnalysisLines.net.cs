using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace PSDicom.Codecs.Jpeg2000.Encoding.Wavelets;

/// <summary>Steps of analysis over a line of samples, several samples at a time.</summary>
internal static unsafe class AnalysisLines
{
    /// <summary>Odd samples of the 5/3 transform (T.800 formula F-9).</summary>
    [MethodImpl(Compiled.AtOnce)]
    public static void ReversibleHigh(int* source, int* before, int* after, int* target, int count)
    {
        int i = 0;
        for (; i <= count - Vector<int>.Count; i += Vector<int>.Count)
        {
            Vector<int> sum = Vector.Load(before + i) + Vector.Load(after + i);
            (Vector.Load(source + i) - Vector.ShiftRightArithmetic(sum, 1)).Store(target + i);
        }

        for (; i < count; i++) target[i] = source[i] - ((before[i] + after[i]) >> 1);
    }

    /// <summary>Even samples of the 5/3 transform (T.800 formula F-10).</summary>
    [MethodImpl(Compiled.AtOnce)]
    public static void ReversibleLow(int* source, int* before, int* after, int* target, int count)
    {
        int i = 0;
        var two = new Vector<int>(2);
        for (; i <= count - Vector<int>.Count; i += Vector<int>.Count)
        {
            Vector<int> sum = Vector.Load(before + i) + Vector.Load(after + i) + two;
            (Vector.Load(source + i) + Vector.ShiftRightArithmetic(sum, 2)).Store(target + i);
        }

        for (; i < count; i++) target[i] = source[i] + ((before[i] + after[i] + 2) >> 2);
    }

    /// <summary>A step of the 9/7 transform (T.800 formula F-11).</summary>
    [MethodImpl(Compiled.AtOnce)]
    public static void Irreversible(float* source, float* before, float* after, float factor, float* target, int count)
    {
        int i = 0;
        var factors = new Vector<float>(factor);
        for (; i <= count - Vector<float>.Count; i += Vector<float>.Count)
            (Vector.Load(source + i) + (factors * (Vector.Load(before + i) + Vector.Load(after + i)))).Store(target + i);
        for (; i < count; i++) target[i] = source[i] + (factor * (before[i] + after[i]));
    }

    /// <summary>Splits a line into its even and its odd samples.</summary>
    [MethodImpl(Compiled.AtOnce)]
    public static void Split(int* source, int* even, int* odd, int count)
    {
        int pairs = count >> 1, i = 0;
        for (; i <= pairs - Vector128<int>.Count; i += Vector128<int>.Count)
        {
            (Vector128<float> low, Vector128<float> high) = Unzip(
                Vector128.Load((float*)source + (2 * i)), Vector128.Load((float*)source + (2 * i) + Vector128<int>.Count));
            low.Store((float*)even + i);
            high.Store((float*)odd + i);
        }

        for (; i < pairs; i++)
        {
            even[i] = source[2 * i];
            odd[i] = source[(2 * i) + 1];
        }

        if ((count & 1) != 0) even[pairs] = source[count - 1];
    }

    /// <summary>Reads samples of a byte, without their level.</summary>
    /// <param name="source">The first sample.</param>
    /// <param name="step">The distance of samples.</param>
    /// <param name="shift">The number of bits in 32 above those of a sample.</param>
    /// <param name="level">The value that becomes 0.</param>
    /// <param name="isSigned">Whether samples are signed.</param>
    /// <param name="target">The resulting samples.</param>
    /// <param name="count">The number of samples.</param>
    [MethodImpl(Compiled.AtOnce)]
    public static void ReadBytes(byte* source, int step, int shift, int level, bool isSigned, int* target, int count)
    {
        int i = 0;
        if (step == 1)
        {
            for (; i <= count - Vector128<byte>.Count; i += Vector128<byte>.Count)
            {
                (Vector128<ushort> low, Vector128<ushort> high) = Vector128.Widen(Vector128.Load(source + i));
                StoreWide(low, shift, level, isSigned, target + i);
                StoreWide(high, shift, level, isSigned, target + i + Vector128<ushort>.Count);
            }
        }

        for (; i < count; i++) target[i] = Narrow(source[(long)i * step], shift, isSigned) - level;
    }

    /// <summary>Reads samples of two bytes.</summary>
    /// <inheritdoc cref="ReadBytes"/>
    [MethodImpl(Compiled.AtOnce)]
    public static void ReadWords(ushort* source, int step, int shift, int level, bool isSigned, int* target, int count)
    {
        int i = 0;
        if (step == 1)
        {
            for (; i <= count - Vector128<ushort>.Count; i += Vector128<ushort>.Count) StoreWide(Vector128.Load(source + i), shift, level, isSigned, target + i);
        }

        for (; i < count; i++) target[i] = Narrow(source[(long)i * step], shift, isSigned) - level;
    }

    /// <summary>Reads samples of four bytes.</summary>
    /// <inheritdoc cref="ReadBytes"/>
    [MethodImpl(Compiled.AtOnce)]
    public static void ReadNumbers(int* source, int step, int shift, int level, bool isSigned, int* target, int count)
    {
        for (int i = 0; i < count; i++, source += step) target[i] = Narrow(*source, shift, isSigned) - level;
    }

    /// <summary>Converts integers to floats in the same memory.</summary>
    [MethodImpl(Compiled.AtOnce)]
    public static void ToFloats(int* line, int count)
    {
        int i = 0;
        for (; i <= count - Vector<int>.Count; i += Vector<int>.Count) Vector.ConvertToSingle(Vector.Load(line + i)).Store((float*)line + i);
        for (; i < count; i++) ((float*)line)[i] = line[i];
    }

    /// <summary>The reversible component transform (T.800 G.2.1).</summary>
    [MethodImpl(Compiled.AtOnce)]
    public static void ReversibleTransform(int* first, int* second, int* third, int count)
    {
        int i = 0;
        for (; i <= count - Vector<int>.Count; i += Vector<int>.Count)
        {
            Vector<int> red = Vector.Load(first + i), green = Vector.Load(second + i), blue = Vector.Load(third + i);
            Vector.ShiftRightArithmetic(red + green + green + blue, 2).Store(first + i);
            (blue - green).Store(second + i);
            (red - green).Store(third + i);
        }

        for (; i < count; i++)
        {
            int red = first[i], green = second[i], blue = third[i];
            first[i] = (red + (2 * green) + blue) >> 2;
            second[i] = blue - green;
            third[i] = red - green;
        }
    }

    /// <summary>The irreversible component transform (T.800 G.3.1).</summary>
    [MethodImpl(Compiled.AtOnce)]
    public static void IrreversibleTransform(float* first, float* second, float* third, int count)
    {
        int i = 0;
        for (; i <= count - Vector<float>.Count; i += Vector<float>.Count)
        {
            Vector<float> red = Vector.Load(first + i), green = Vector.Load(second + i), blue = Vector.Load(third + i);
            Vector<float> luminance = (red * 0.299f) + (green * 0.587f) + (blue * 0.114f);
            luminance.Store(first + i);
            ((blue - luminance) * (0.5f / (1 - 0.114f))).Store(second + i);
            ((red - luminance) * (0.5f / (1 - 0.299f))).Store(third + i);
        }

        for (; i < count; i++)
        {
            float red = first[i], green = second[i], blue = third[i], luminance = (red * 0.299f) + (green * 0.587f) + (blue * 0.114f);
            first[i] = luminance;
            second[i] = (blue - luminance) * (0.5f / (1 - 0.114f));
            third[i] = (red - luminance) * (0.5f / (1 - 0.299f));
        }
    }

    /// <summary>Quantizes coefficients to integers, toward 0 (T.800 formula E-2).</summary>
    [MethodImpl(Compiled.AtOnce)]
    public static void Quantize(float* source, float scale, int* target, int count)
    {
        int i = 0;
        for (; i <= count - Vector<float>.Count; i += Vector<float>.Count) Vector.ConvertToInt32(Vector.Load(source + i) * scale).Store(target + i);
        for (; i < count; i++) target[i] = (int)(source[i] * scale);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreWide(Vector128<ushort> words, int shift, int level, bool isSigned, int* target)
    {
        (Vector128<uint> low, Vector128<uint> high) = Vector128.Widen(words);
        Vector128<int> first = Vector128.ShiftLeft(low.AsInt32(), shift), second = Vector128.ShiftLeft(high.AsInt32(), shift), levels = Vector128.Create(level);
        first = isSigned ? Vector128.ShiftRightArithmetic(first, shift) : Vector128.ShiftRightLogical(first, shift);
        second = isSigned ? Vector128.ShiftRightArithmetic(second, shift) : Vector128.ShiftRightLogical(second, shift);
        (first - levels).Store(target);
        (second - levels).Store(target + Vector128<int>.Count);
    }

    private static int Narrow(int value, int shift, bool isSigned) => isSigned ? value << shift >> shift : (int)((uint)(value << shift) >> shift);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector128<float> Even, Vector128<float> Odd) Unzip(Vector128<float> a, Vector128<float> b)
    {
        if (Sse.IsSupported) return (Sse.Shuffle(a, b, 0b10_00_10_00), Sse.Shuffle(a, b, 0b11_01_11_01));
        if (AdvSimd.Arm64.IsSupported) return (AdvSimd.Arm64.UnzipEven(a, b), AdvSimd.Arm64.UnzipOdd(a, b));
        return (Vector128.Create(a[0], a[2], b[0], b[2]), Vector128.Create(a[1], a[3], b[1], b[3]));
    }
}
