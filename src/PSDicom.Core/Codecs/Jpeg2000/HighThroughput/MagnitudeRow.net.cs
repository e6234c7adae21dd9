using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace PSDicom.Codecs.Jpeg2000.HighThroughput;

internal static unsafe partial class MagnitudeRow
{
    /// <summary>Four samples of so many bits, after 7 other bits, fit into 16 bytes, and each sample into four bytes.</summary>
    private const int MaxInVector = 25;

    /// <summary>Processes two quads at a time; none without AVX2, or if samples are too long.</summary>
    [MethodImpl(Compiled.AtOnce)]
    private static int ReadVector(
        ref MagnitudeBits bits, uint* quads, int count, int largest, uint* lower, uint* samples, int stride, int plane)
    {
        if (!Avx2.IsSupported || largest > MaxInVector) return 0;
        MagnitudeBits rest = bits;
        Vector128<int> planes = Vector128.CreateScalar(plane);
        Vector256<int> byRow = Vector256.Create(0, 2, 4, 6, 1, 3, 5, 7);
        for (int q = 0; q < count; q += 2)
        {
            // Four samples of each quad, column by column.
            Vector256<uint> pair = Avx2.PermuteVar8x32(
                Vector256.CreateScalarUnsafe(*(ulong*)(quads + q)).AsUInt32(), Vector256.Create(0u, 0, 0, 0, 1, 1, 1, 1));
            Vector256<uint> flags = Avx2.ShiftRightLogicalVariable(pair, Vector256.Create(4u, 5, 6, 7, 4, 5, 6, 7));
            Vector256<uint> one = Vector256<uint>.One;
            Vector256<uint> mask = Vector256.ShiftRightArithmetic(Vector256.ShiftLeft(flags, 31).AsInt32(), 31).AsUInt32();
            Vector256<uint> size = (Vector256.ShiftRightLogical(pair, 16) - (Vector256.ShiftRightLogical(flags, 8) & one)) & mask;

            // Each start is the sum of the sizes before it.
            Vector256<uint> end = size + Avx2.ShiftLeftLogical128BitLane(size, 4);
            end += Avx2.ShiftLeftLogical128BitLane(end, 8);
            int first = rest.Position, second = first + (int)end.GetElement(3);
            rest.Position = second + (int)end.GetElement(7);
            Vector256<uint> start = end - size
                + Vector256.Create(Vector128.Create((uint)first & 7), Vector128.Create((uint)second & 7));
            Vector256<byte> window = Vector256.Create(Vector128.Load(rest.At(first)), Vector128.Load(rest.At(second)));
            Vector256<uint> value = Avx2.ShiftRightLogicalVariable(
                Avx2.Shuffle(window, BytesFrom(Vector256.ShiftRightLogical(start, 3))).AsUInt32(), start & Vector256.Create(7u));

            Vector256<uint> top = Avx2.ShiftLeftLogicalVariable(one, size);
            value &= top - one;
            value |= Avx2.ShiftLeftLogicalVariable(Vector256.ShiftRightLogical(flags, 4) & one, size);
            Vector256<uint> odd = value | one;
            Vector256<uint> sample = (Avx2.ShiftLeftLogical(odd + Vector256.Create(2u), planes.AsUInt32()) | Vector256.ShiftLeft(value, 31)) & mask;

            Vector256<int> rows = Avx2.PermuteVar8x32(sample.AsInt32(), byRow);
            rows.GetLower().Store((int*)samples + (2 * q));
            rows.GetUpper().Store((int*)samples + stride + (2 * q));
            Avx2.PermuteVar8x32((odd & mask).AsInt32(), byRow).GetUpper().Store((int*)lower + (2 * q));
        }

        bits = rest;
        return count;
    }

    /// <summary>The indices of four consecutive bytes from each start.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> BytesFrom(Vector256<uint> first)
    {
        Vector256<byte> fourTimes = Vector256.Create(
            (byte)0, 0, 0, 0, 4, 4, 4, 4, 8, 8, 8, 8, 12, 12, 12, 12, 0, 0, 0, 0, 4, 4, 4, 4, 8, 8, 8, 8, 12, 12, 12, 12);
        return Avx2.Shuffle(first.AsByte(), fourTimes) + Vector256.Create(0x0302_0100u).AsByte();
    }
}
