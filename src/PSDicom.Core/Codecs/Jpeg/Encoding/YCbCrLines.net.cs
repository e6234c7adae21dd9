using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace PSDicom.Codecs.Jpeg.Encoding;

/// <summary>Each method processes the samples that fill whole vectors, and returns their number.</summary>
internal static unsafe partial class YCbCrLines
{
    private const int PixelsOfVector = 32;

    [MethodImpl(Compiled.AtOnce)]
    private static int ConvertVector(byte* rgb, byte* luminance, byte* blueDifference, byte* redDifference, int count)
    {
        int x = 0;
        if (!Avx2.IsSupported) return x;
        // Pairs of factors: red and green, and blue and the rounding term.
        Vector256<short> yOfRedGreen = Pairs(YOfRed, YOfGreen), yOfBlue = Pairs(YOfBlue, Half);
        Vector256<short> cbOfRedGreen = Pairs(CbOfRed, CbOfGreen), cbOfBlue = Pairs(Half, AlmostHalf);
        Vector256<short> crOfRedGreen = Pairs(Half, CrOfGreen), crOfBlue = Pairs(CrOfBlue, AlmostHalf);
        // Four pixels are loaded as 16 bytes, and the last load must stay within the line.
        for (; 3 * (x + PixelsOfVector) + 4 <= 3 * count; x += PixelsOfVector)
        {
            byte* pixels = rgb + (3L * x);
            Load(pixels, out Vector256<short> rg0, out Vector256<short> b0);
            Load(pixels + 24, out Vector256<short> rg1, out Vector256<short> b1);
            Load(pixels + 48, out Vector256<short> rg2, out Vector256<short> b2);
            Load(pixels + 72, out Vector256<short> rg3, out Vector256<short> b3);
            Pack(
                Weigh(rg0, b0, yOfRedGreen, yOfBlue), Weigh(rg1, b1, yOfRedGreen, yOfBlue),
                Weigh(rg2, b2, yOfRedGreen, yOfBlue), Weigh(rg3, b3, yOfRedGreen, yOfBlue)).Store(luminance + x);
            Vector256<byte> middle = Vector256.Create((byte)Middle);
            Vector256<byte> cb = PackSigned(
                Weigh(rg0, b0, cbOfRedGreen, cbOfBlue), Weigh(rg1, b1, cbOfRedGreen, cbOfBlue),
                Weigh(rg2, b2, cbOfRedGreen, cbOfBlue), Weigh(rg3, b3, cbOfRedGreen, cbOfBlue));
            (cb ^ middle).Store(blueDifference + x);
            Vector256<byte> cr = PackSigned(
                Weigh(rg0, b0, crOfRedGreen, crOfBlue), Weigh(rg1, b1, crOfRedGreen, crOfBlue),
                Weigh(rg2, b2, crOfRedGreen, crOfBlue), Weigh(rg3, b3, crOfRedGreen, crOfBlue));
            (cr ^ middle).Store(redDifference + x);
        }

        return x;
    }

    [MethodImpl(Compiled.AtOnce)]
    private static int HalveVector(byte* upper, byte* lower, byte* target, int count)
    {
        int x = 0;
        if (!Avx2.IsSupported) return x;
        for (; x + 32 <= count; x += 32)
        {
            Vector256<short> left = Means(upper + (2L * x), lower + (2L * x)), right = Means(upper + (2L * x) + 32, lower + (2L * x) + 32);
            Avx2.Permute4x64(Avx2.PackUnsignedSaturate(left, right).AsInt64(), 0b11_01_10_00).AsByte().Store(target + x);
        }

        return x;
    }

    private static Vector256<short> Means(byte* upper, byte* lower)
    {
        Vector256<sbyte> ones = Vector256.Create((sbyte)1);
        Vector256<short> sums =
            Avx2.MultiplyAddAdjacent(Vector256.Load(upper), ones) + Avx2.MultiplyAddAdjacent(Vector256.Load(lower), ones);
        return Vector256.ShiftRightLogical(sums + Vector256.Create((short)2), 2);
    }

    private static Vector256<short> Pairs(short first, short second) =>
        Vector256.Create((first & 0xFFFF) | (second << 16)).AsInt16();

    /// <summary>Loads eight pixels as pairs of 16-bit values: red and green, and blue and 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Load(byte* pixels, out Vector256<short> redGreen, out Vector256<short> blue)
    {
        // Index 255 gives 0.
        Vector128<byte> toRedGreen = Vector128.Create(0, 255, 1, 255, 3, 255, 4, 255, 6, 255, 7, 255, 9, 255, 10, (byte)255);
        Vector128<byte> toBlue = Vector128.Create(2, 255, 255, 255, 5, 255, 255, 255, 8, 255, 255, 255, 11, 255, 255, (byte)255);
        Vector256<byte> both = Vector256.Create(Vector128.Load(pixels), Vector128.Load(pixels + 12));
        redGreen = Avx2.Shuffle(both, Vector256.Create(toRedGreen, toRedGreen)).AsInt16();
        blue = Avx2.Shuffle(both, Vector256.Create(toBlue, toBlue)).AsInt16() | Vector256.Create(1 << 16).AsInt16();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Weigh(
        Vector256<short> redGreen, Vector256<short> blue, Vector256<short> ofRedGreen, Vector256<short> ofBlue) =>
        Vector256.ShiftRightArithmetic(
            Avx2.MultiplyAddAdjacent(redGreen, ofRedGreen) + Avx2.MultiplyAddAdjacent(blue, ofBlue),
            FractionBits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> Pack(Vector256<int> v0, Vector256<int> v1, Vector256<int> v2, Vector256<int> v3) =>
        InOrder(Avx2.PackUnsignedSaturate(Avx2.PackSignedSaturate(v0, v1), Avx2.PackSignedSaturate(v2, v3)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> PackSigned(Vector256<int> v0, Vector256<int> v1, Vector256<int> v2, Vector256<int> v3) =>
        InOrder(Avx2.PackSignedSaturate(Avx2.PackSignedSaturate(v0, v1), Avx2.PackSignedSaturate(v2, v3)).AsByte());

    /// <summary>Restores the order after packing, which works by halves of a vector.</summary>
    private static Vector256<byte> InOrder(Vector256<byte> packed) =>
        Avx2.PermuteVar8x32(packed.AsInt32(), Vector256.Create(0, 4, 1, 5, 2, 6, 3, 7)).AsByte();
}
