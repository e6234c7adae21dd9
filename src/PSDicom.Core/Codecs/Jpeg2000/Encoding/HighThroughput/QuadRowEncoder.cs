using System;
using System.Runtime.CompilerServices;

namespace PSDicom.Codecs.Jpeg2000.Encoding.HighThroughput;

/// <summary>Encodes rows of quads: significance and exponents as codes, magnitudes and signs as bits.</summary>
internal unsafe struct QuadRowEncoder(BitAppender magnitudes, BitAppender codes, RunEncoder runs)
{
    /// <summary>The bits of magnitudes and signs.</summary>
    public BitAppender Magnitudes = magnitudes;

    /// <summary>The bits of variable-length codes.</summary>
    public BitAppender Codes = codes;

    /// <summary>The run-length codes.</summary>
    public RunEncoder Runs = runs;

    /// <summary>Encodes a row of quads (T.814 7.3.5 to 7.3.8).</summary>
    /// <param name="odds">The samples of <see cref="QuadSamples"/>.</param>
    /// <param name="values">The samples as they are coded.</param>
    /// <param name="count">The number of quads.</param>
    /// <param name="isFirst">Whether it is the first row.</param>
    /// <param name="lower">
    /// The lower samples of the row above: twice the magnitude, less one. They are replaced by those of this row. There is one more before and
    /// after, which are 0.
    /// </param>
    /// <param name="above">The significance (rho) of the quads of the row above, 0 for the first row, with one more at both ends.</param>
    /// <param name="current">The resulting significance.</param>
    /// <returns>All bits of significance.</returns>
    [MethodImpl(Compiled.AtOnce)]
    public uint Encode(uint* odds, uint* values, int count, bool isFirst, uint* lower, byte* above, byte* current)
    {
        BitAppender bits = Magnitudes, words = Codes;
        uint all = 0, left = 0, northWest = 0;
        fixed (ushort* table = isFirst ? CodeTables.FirstRow : CodeTables.OtherRows)
        fixed (uint* residuals = CodeTables.Residuals)
        {
            for (int q = 0; q < count; q += 2)
            {
                ulong word = 0;
                int length = 0, first = EncodeQuad(ref bits, table, odds, values, q, isFirst, lower, above, current, ref left, ref northWest, ref word, ref length), second = 0;
                all |= current[q];
                if (q + 1 < count)
                {
                    second = EncodeQuad(ref bits, table, odds, values, q + 1, isFirst, lower, above, current, ref left, ref northWest, ref word, ref length);
                    all |= current[q + 1];
                }

                if ((first | second) != 0) PutResiduals(residuals, first, second, isFirst, ref word, ref length);
                words.Put(word, length);
            }
        }

        Magnitudes = bits;
        Codes = words;
        return all;
    }

    /// <returns>The residual of its exponent (u).</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int EncodeQuad(
        ref BitAppender bits, ushort* table, uint* odds, uint* values, int q, bool isFirst, uint* lower, byte* above, byte* current,
        ref uint left, ref uint northWest, ref ulong word, ref int length)
    {
        uint* odd = odds + (4 * q), value = values + (4 * q);
        uint rho = QuadSamples.Significant(odd);
        // T.814 formulas 1 and 2.
        uint context = isFirst
            ? left
            : left | (((uint)(above[q - 1] >> 3) | (uint)(above[q] >> 1)) & 1) | (((uint)(above[q] >> 1) | ((uint)above[q + 1] << 1)) & 4);
        left = isFirst ? (rho & 1) | (rho >> 1) : ((rho >> 1) | (rho >> 2)) & 2;
        uint north = northWest | lower[2 * q] | lower[(2 * q) + 1] | lower[(2 * q) + 2];
        northWest = lower[(2 * q) + 1];
        lower[2 * q] = odd[1];
        lower[(2 * q) + 1] = odd[3];
        current[q] = (byte)rho;
        if (context == 0) Runs.Encode(rho != 0);
        if (rho == 0)
        {
            if (context == 0) return 0;
            uint blank = table[context << 8];
            word |= (ulong)(blank & 0x7F) << length;
            length += (int)(blank >> 8) & 0xF;
            return 0;
        }

        int predicted = isFirst || (rho & (rho - 1)) == 0 ? 1 : Math.Max(1, Bits.Length(north) - 1);
        int bound = Math.Max(predicted, Bits.Length(odd[0] | odd[1] | odd[2] | odd[3])), residual = bound - predicted;
        uint code = table[(context << 8) | (rho << 4) | (residual > 0 ? QuadSamples.WithBit(odd, bound - 1) : 0)];
        word |= (ulong)(code & 0x7F) << length;
        length += (int)(code >> 8) & 0xF;

        // The bits of each sample that neither the bound nor the code tells.
        uint known = code >> 12;
        int sizeA = Size(bound, rho, known), sizeB = Size(bound, rho >> 1, known >> 1);
        bits.Put(Low(value[0], sizeA) | (Low(value[1], sizeB) << sizeA), sizeA + sizeB);
        sizeA = Size(bound, rho >> 2, known >> 2);
        sizeB = Size(bound, rho >> 3, known >> 3);
        bits.Put(Low(value[2], sizeA) | (Low(value[3], sizeB) << sizeA), sizeA + sizeB);
        return residual;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Size(int bound, uint rho, uint known) => (bound - (int)(known & 1)) & -(int)(rho & 1);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Low(uint value, int size) => value & ((1ul << size) - 1);

    /// <summary>Adds the codes of the residuals of two quads (T.814 7.3.6).</summary>
    private void PutResiduals(uint* residuals, int first, int second, bool isFirst, ref ulong word, ref int length)
    {
        if (isFirst && first > 0 && second > 0)
        {
            bool areLong = Math.Min(first, second) > 2;
            Runs.Encode(areLong);
            if (areLong)
            {
                first -= 2;
                second -= 2;
            }
            else if (first > 2)
            {
                // One bit replaces the second prefix: 1 or 2, without a suffix.
                uint longer = residuals[first];
                Add(longer & 7, 3, ref word, ref length);
                Add((uint)second - 1, 1, ref word, ref length);
                Add((longer >> 6) & 0x1F, (longer >> 11) & 7, ref word, ref length);
                Add((longer >> 14) & 0xF, longer >> 18, ref word, ref length);
                return;
            }
        }

        uint a = residuals[first], b = residuals[second];
        Add(a & 7, (a >> 3) & 7, ref word, ref length);
        Add(b & 7, (b >> 3) & 7, ref word, ref length);
        Add((a >> 6) & 0x1F, (a >> 11) & 7, ref word, ref length);
        Add((b >> 6) & 0x1F, (b >> 11) & 7, ref word, ref length);
        Add((a >> 14) & 0xF, a >> 18, ref word, ref length);
        Add((b >> 14) & 0xF, b >> 18, ref word, ref length);
    }

    private static void Add(uint bits, uint count, ref ulong word, ref int length)
    {
        word |= (ulong)bits << length;
        length += (int)count;
    }
}
