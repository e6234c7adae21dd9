using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace PSDicom.Codecs.Jpeg2000.Encoding.HighThroughput;

/// <summary>The samples of quads: four of each, column by column.</summary>
internal static unsafe class QuadSamples
{
    /// <summary>Converts two rows of coefficients.</summary>
    /// <param name="upper">The upper row.</param>
    /// <param name="lower">The lower row; null if there is none.</param>
    /// <param name="width">The number of columns.</param>
    /// <param name="odds">The resulting samples: twice the magnitude, less one; 0 for 0.</param>
    /// <param name="values">The resulting samples as they are coded: twice the magnitude less one, and the sign in the lowest bit.</param>
    [MethodImpl(Compiled.AtOnce)]
    public static void Load(int* upper, int* lower, int width, uint* odds, uint* values)
    {
        int x = 0;
        if (lower is not null)
        {
            for (; x <= width - 4; x += 4, odds += 8, values += 8)
            {
                (Vector128<int> first, Vector128<int> second) = Zip(Vector128.Load(upper + x), Vector128.Load(lower + x));
                Convert(first, odds, values);
                Convert(second, odds + 4, values + 4);
            }
        }

        for (; x < width; x += 2, odds += 4, values += 4)
        {
            bool isPair = x + 1 < width;
            Convert(Vector128.Create(upper[x], lower is null ? 0 : lower[x], isPair ? upper[x + 1] : 0, isPair && lower is not null ? lower[x + 1] : 0), odds, values);
        }
    }

    /// <summary>The samples that are not 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Significant(uint* odds) => Vector128.ExtractMostSignificantBits(Vector128.Negate(Vector128.Load((int*)odds)));

    /// <summary>The samples that have a bit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint WithBit(uint* odds, int bit) => Vector128.ExtractMostSignificantBits(Vector128.ShiftLeft(Vector128.Load(odds), 31 - bit));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Convert(Vector128<int> sample, uint* odds, uint* values)
    {
        Vector128<int> magnitude = Vector128.Abs(sample), isPresent = Vector128.Negate(magnitude), sign = Vector128.ShiftRightArithmetic(sample, 31);
        isPresent = Vector128.ShiftRightArithmetic(isPresent, 31);
        Vector128<int> odd = (magnitude + magnitude + Vector128<int>.AllBitsSet) & isPresent;
        odd.Store((int*)odds);
        ((odd + isPresent) - sign).Store((int*)values);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector128<int> Low, Vector128<int> High) Zip(Vector128<int> a, Vector128<int> b)
    {
        if (Sse2.IsSupported) return (Sse2.UnpackLow(a, b), Sse2.UnpackHigh(a, b));
        if (AdvSimd.Arm64.IsSupported) return (AdvSimd.Arm64.ZipLow(a, b), AdvSimd.Arm64.ZipHigh(a, b));
        return (Vector128.Create(a[0], b[0], a[1], b[1]), Vector128.Create(a[2], b[2], a[3], b[3]));
    }
}
