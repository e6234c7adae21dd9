using System;
using System.Runtime.CompilerServices;

namespace PSDicom.Codecs.Jpeg2000;

/// <summary>The HT cleanup pass (T.814 7.3): all samples down to one bit-plane, in quads of two by two.</summary>
internal static unsafe class CleanupPass
{
    private const int MostQuads = 512;

    /// <summary>The longest suffix: run-length and variable-length codes (T.814 7.1.1).</summary>
    private const int LongestSuffix = 4079;

    /// <summary>Decodes the segment of a cleanup pass.</summary>
    /// <param name="bytes">Its bytes; the last two are changed.</param>
    /// <param name="length">How many.</param>
    /// <param name="unstuffed">Memory for as many bytes and <see cref="ForwardBits.Padding"/>.</param>
    /// <param name="samples">Takes sign and magnitude in halves.</param>
    /// <param name="stride">The columns from one row to the next, even.</param>
    /// <param name="height">Rows.</param>
    /// <param name="plane">The bit-plane.</param>
    /// <returns>False if the bytes cannot be those of such a pass.</returns>
    public static bool Decode(byte* bytes, int length, byte* unstuffed, uint* samples, int stride, int height, int plane)
    {
        int suffix = (bytes[length - 1] << 4) | (bytes[length - 2] & 0xF);
        if (suffix < 2 || suffix > length || suffix > LongestSuffix) return false;
        byte* codes = bytes + (length - suffix);
        int bitCount = ForwardBits.Unstuff(bytes, length - suffix, unstuffed, 0xFF);
        BackwardBits words = BackwardBits.OfCleanup(codes, bytes + length);
        bytes[length - 1] = 0xFF;
        bytes[length - 2] |= 0x0F;
        var runs = new RunDecoder(codes, bytes + length);

        int quads = stride >> 1, position = 0;
        // With a quad before the first and behind the last, which are never significant.
        ushort* quadCodes = stackalloc ushort[MostQuads + 2];
        byte* prefixes = stackalloc byte[MostQuads + 2];
        byte* significance = stackalloc byte[2 * (MostQuads + 2)], exponents = stackalloc byte[2 * ((2 * MostQuads) + 2)];
        new Span<byte>(significance, 2 * (MostQuads + 2)).Clear();
        new Span<byte>(exponents, 2 * ((2 * MostQuads) + 2)).Clear();
        byte* above = significance + 1, current = above + MostQuads + 2;
        byte* exponentsAbove = exponents + 1, exponentsHere = exponentsAbove + (2 * MostQuads) + 2;
        fixed (ushort* firstRow = QuadCodes.FirstRow, otherRows = QuadCodes.OtherRows)
        {
            for (int y = 0; y < height; y += 2, samples += 2 * stride)
            {
                ReadCodes(ref words, ref runs, y == 0 ? firstRow : otherRows, y == 0, quads, above, current, quadCodes, prefixes);
                if (!ReadMagnitudes(unstuffed, bitCount, ref position, quadCodes, prefixes, quads, y == 0, exponentsAbove, exponentsHere, samples, stride, plane))
                    return false;
                byte* next = above;
                above = current;
                current = next;
                next = exponentsAbove;
                exponentsAbove = exponentsHere;
                exponentsHere = next;
            }
        }

        return true;
    }

    /// <summary>Reads which samples of a row of quads are significant, and their exponents as far as coded (T.814 7.3.5 and 7.3.6).</summary>
    private static void ReadCodes(
        ref BackwardBits words, ref RunDecoder runs, ushort* table, bool isFirst, int quads, byte* above, byte* current, ushort* quadCodes, byte* prefixes)
    {
        uint left = 0;
        for (int q = 0; q < quads; q += 2)
        {
            words.Fill();
            uint first = ReadCode(ref words, ref runs, table, Context(isFirst, left, above + q));
            uint second = 0;
            left = (first >> 4) & 0xF;
            quadCodes[q] = (ushort)first;
            current[q] = (byte)left;
            if (q + 1 < quads)
            {
                second = ReadCode(ref words, ref runs, table, Context(isFirst, left, above + q + 1));
                left = (second >> 4) & 0xF;
            }

            quadCodes[q + 1] = (ushort)second;
            current[q + 1] = (byte)left;
            uint offsets = ((first >> 3) & 1) | ((second >> 2) & 2);
            if (offsets == 0)
            {
                prefixes[q] = prefixes[q + 1] = 0;
            }
            else
            {
                (int u, int v) = ReadExponents(ref words, ref runs, offsets, isFirst);
                prefixes[q] = (byte)u;
                prefixes[q + 1] = (byte)v;
            }
        }

        current[quads] = 0;
    }

    /// <summary>The context of a quad from the significance of its neighbours (T.814 formulas 1 and 2); samples are numbered column by column.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Context(bool isFirst, uint left, byte* above)
    {
        if (isFirst) return (left & 1) | (left >> 1);
        uint northWest = above[-1], north = above[0], northEast = above[1];
        return (northWest >> 3) | ((north >> 1) & 1) | (((left >> 1) | (left >> 2)) & 2) | (((north >> 1) | (northEast << 1)) & 4);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint ReadCode(ref BackwardBits words, ref RunDecoder runs, ushort* table, uint context)
    {
        if (context == 0 && !runs.Next()) return 0;
        uint code = table[(context << QuadCodes.MostBits) | ((uint)words.Bits & 0x7F)];
        words.Skip((int)(code & 7));
        return code;
    }

    /// <summary>Reads what is added to the exponent bounds of two quads (T.814 7.3.6).</summary>
    private static (int First, int Second) ReadExponents(ref BackwardBits words, ref RunDecoder runs, uint offsets, bool isFirstRow)
    {
        int first = 0, second = 0, added = 0;
        if (offsets == 3 && isFirstRow && runs.Next()) added = 2;
        bool isShort = offsets == 3 && isFirstRow && added == 0;
        if ((offsets & 1) != 0) first = ReadPrefix(ref words);
        bool isOneBit = isShort && first > 2;
        if ((offsets & 2) != 0) second = isOneBit ? (int)words.Read(1) + 1 : ReadPrefix(ref words);
        int firstSuffix = ReadSuffix(ref words, first);
        int secondSuffix = isOneBit ? 0 : ReadSuffix(ref words, second);
        first += firstSuffix;
        second += secondSuffix;
        if (firstSuffix >= 28) first += 4 * (int)words.Read(4);
        if (secondSuffix >= 28) second += 4 * (int)words.Read(4);
        return (first + added, second + added);
    }

    private static int ReadPrefix(ref BackwardBits words)
    {
        if (words.Read(1) != 0) return 1;
        if (words.Read(1) != 0) return 2;
        return words.Read(1) != 0 ? 3 : 5;
    }

    private static int ReadSuffix(ref BackwardBits words, int prefix) => prefix < 3 ? 0 : (int)words.Read(prefix == 3 ? 1 : 5);

    /// <summary>Reads magnitudes and signs of a row of quads (T.814 7.3.7 and 7.3.8).</summary>
    private static bool ReadMagnitudes(
        byte* bits, int bitCount, ref int position, ushort* quadCodes, byte* prefixes, int quads, bool isFirst,
        byte* exponentsAbove, byte* exponentsHere, uint* samples, int stride, int plane)
    {
        for (int q = 0; q < quads; q++)
        {
            uint code = quadCodes[q];
            byte* exponents = exponentsHere + (2 * q);
            exponents[0] = exponents[1] = 0;
            uint rho = (code >> 4) & 0xF;
            if (rho == 0) continue;
            int bound = prefixes[q];
            bool hasSeveral = (rho & (rho - 1)) != 0;
            if (isFirst || !hasSeveral)
            {
                bound++;
            }
            else
            {
                byte* north = exponentsAbove + (2 * q);
                int largest = Math.Max(Math.Max(north[-1], north[0]), Math.Max(north[1], north[2]));
                bound += Math.Max(1, largest - 1);
            }

            if (bound > BlockDecoder.MostPlanes - plane) return false;
            uint* sample = samples + (2 * q);
            if ((rho & 1) != 0) ReadSample(bits, ref position, bound, code, 0, plane, sample);
            if ((rho & 2) != 0) exponents[0] = (byte)Bits.Length(ReadSample(bits, ref position, bound, code, 1, plane, sample + stride));
            if ((rho & 4) != 0) ReadSample(bits, ref position, bound, code, 2, plane, sample + 1);
            if ((rho & 8) != 0) exponents[1] = (byte)Bits.Length(ReadSample(bits, ref position, bound, code, 3, plane, sample + stride + 1));
            if (position > bitCount) position = bitCount;
        }

        exponentsHere[2 * quads] = 0;
        return true;
    }

    /// <returns>Twice the magnitude, less one.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint ReadSample(byte* bits, ref int position, int bound, uint code, int n, int plane, uint* sample)
    {
        int count = bound - (int)((code >> (12 + n)) & 1);
        uint value = (uint)(*(ulong*)(bits + (position >> 3)) >> (position & 7)) & ((1u << count) - 1);
        position += count;
        value |= ((code >> (8 + n)) & 1) << count;
        uint odd = value | 1;
        *sample = ((odd + 2) << plane) | (value << 31);
        return odd;
    }
}
