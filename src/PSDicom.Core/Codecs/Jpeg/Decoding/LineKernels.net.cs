using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace PSDicom.Codecs.Jpeg.Decoding;

/// <summary>Each method processes the samples that fill whole vectors, and returns their number.</summary>
internal static unsafe partial class LineKernels
{
    /// <summary>Interleaves three lines of bytes to pixels.</summary>
    [MethodImpl(Compiled.AtOnce)]
    public static int InterleaveVector(byte* a, byte* b, byte* c, byte* target, int count)
    {
        int x = 0;
        if (!Vector128.IsHardwareAccelerated) return x;
        // Index 255 gives 0.
        for (; x + 16 <= count; x += 16)
        {
            Vector128<byte> va = Vector128.Load(a + x), vb = Vector128.Load(b + x), vc = Vector128.Load(c + x);
            Vector128<byte> first =
                Vector128.Shuffle(va, Vector128.Create(0, 255, 255, 1, 255, 255, 2, 255, 255, 3, 255, 255, 4, 255, 255, (byte)5))
                | Vector128.Shuffle(vb, Vector128.Create(255, 0, 255, 255, 1, 255, 255, 2, 255, 255, 3, 255, 255, 4, 255, (byte)255))
                | Vector128.Shuffle(vc, Vector128.Create(255, 255, 0, 255, 255, 1, 255, 255, 2, 255, 255, 3, 255, 255, 4, (byte)255));
            Vector128<byte> second =
                Vector128.Shuffle(va, Vector128.Create(255, 255, 6, 255, 255, 7, 255, 255, 8, 255, 255, 9, 255, 255, 10, (byte)255))
                | Vector128.Shuffle(vb, Vector128.Create(5, 255, 255, 6, 255, 255, 7, 255, 255, 8, 255, 255, 9, 255, 255, (byte)10))
                | Vector128.Shuffle(vc, Vector128.Create(255, 5, 255, 255, 6, 255, 255, 7, 255, 255, 8, 255, 255, 9, 255, (byte)255));
            Vector128<byte> third =
                Vector128.Shuffle(va, Vector128.Create(255, 11, 255, 255, 12, 255, 255, 13, 255, 255, 14, 255, 255, 15, 255, (byte)255))
                | Vector128.Shuffle(vb, Vector128.Create(255, 255, 11, 255, 255, 12, 255, 255, 13, 255, 255, 14, 255, 255, 15, (byte)255))
                | Vector128.Shuffle(vc, Vector128.Create(10, 255, 255, 11, 255, 255, 12, 255, 255, 13, 255, 255, 14, 255, 255, (byte)15));
            byte* pixels = target + (3L * x);
            first.Store(pixels);
            second.Store(pixels + 16);
            third.Store(pixels + 32);
        }

        return x;
    }

    [MethodImpl(Compiled.AtOnce)]
    private static int WeighVector<T>(T* near, T* far, ushort* sums, int count)
        where T : unmanaged
    {
        int x = 0;
        if (!Vector128.IsHardwareAccelerated) return x;
        for (; x + 8 <= count; x += 8)
        {
            Vector128<ushort> sample = Load(near, x);
            (sample + sample + sample + Load(far, x)).Store(sums + x);
        }

        return x;
    }

    [MethodImpl(Compiled.AtOnce)]
    private static int WidenVector<T>(T* line, ushort* sums, int count)
        where T : unmanaged
    {
        int x = 0;
        if (!Vector128.IsHardwareAccelerated) return x;
        for (; x + 8 <= count; x += 8) Load(line, x).Store(sums + x);
        return x;
    }

    [MethodImpl(Compiled.AtOnce)]
    private static int SmoothVector<T>(ushort* sums, T* output, int count, int leftBias, int rightBias, int shift)
        where T : unmanaged
    {
        int x = 0;
        if (!Vector128.IsHardwareAccelerated) return x;
        Vector128<ushort> leftBiases = Vector128.Create((ushort)leftBias), rightBiases = Vector128.Create((ushort)rightBias);
        for (; x + 8 <= count; x += 8)
        {
            // 12 bits times 16, and a bias, fit into 16 bits.
            Vector128<ushort> sum = Vector128.Load(sums + x);
            sum += sum + sum;
            Vector128<ushort> left = Vector128.ShiftRightLogical(sum + Vector128.Load(sums + x - 1) + leftBiases, shift);
            Vector128<ushort> right = Vector128.ShiftRightLogical(sum + Vector128.Load(sums + x + 1) + rightBiases, shift);
            if (typeof(T) == typeof(byte))
            {
                (left | Vector128.ShiftLeft(right, 8)).AsByte().Store((byte*)output + (2 * x));
            }
            else
            {
                (Vector128<uint> lowLeft, Vector128<uint> highLeft) = Vector128.Widen(left);
                (Vector128<uint> lowRight, Vector128<uint> highRight) = Vector128.Widen(right);
                (lowLeft | Vector128.ShiftLeft(lowRight, 16)).AsUInt16().Store((ushort*)output + (2 * x));
                (highLeft | Vector128.ShiftLeft(highRight, 16)).AsUInt16().Store((ushort*)output + (2 * x) + 8);
            }
        }

        return x;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<ushort> Load<T>(T* line, int x)
        where T : unmanaged => typeof(T) == typeof(byte)
        ? Vector128.WidenLower(Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<ulong>((byte*)line + x)).AsByte())
        : Vector128.Load((ushort*)line + x);
}
