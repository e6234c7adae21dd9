using System.Runtime.CompilerServices;

namespace PSDicom.Codecs.Jpeg2000;

/// <summary>What the variable-length codes say of a row of quads: which samples are significant, and their exponents as far as coded.</summary>
internal static unsafe class QuadRow
{
    // A suffix from which on four bits more follow (T.814 7.3.6).
    private const uint FirstExtendedSuffix = 28;

    /// <summary>Reads the codes of a row of quads (T.814 7.3.5 and 7.3.6).</summary>
    /// <param name="words">The codes.</param>
    /// <param name="runs">The run-length codes.</param>
    /// <param name="table"><see cref="QuadCodes.FirstRow"/> or <see cref="QuadCodes.OtherRows"/>.</param>
    /// <param name="isFirst">Whether it is the first row.</param>
    /// <param name="quads">How many quads there are.</param>
    /// <param name="above">Significance of the row above, with a quad more at both ends.</param>
    /// <param name="current">Takes that of this row, and of one quad more.</param>
    /// <param name="quadCodes">Takes the entries of the table, of an even number of quads.</param>
    /// <param name="residuals">Takes what is added to the predicted exponents (u), of an even number of quads.</param>
    public static void Read(
        ref BackwardBits words, ref RunDecoder runs, ushort* table, bool isFirst, int quads, byte* above, byte* current, ushort* quadCodes, byte* residuals)
    {
        uint left = 0;
        fixed (uint* prefixes = QuadCodes.ResidualPrefixes)
        {
            for (int q = 0; q < quads; q += 2)
            {
                words.Fill();
                var bits = new BitWindow(words.Bits);
                uint first = ReadCode(ref bits, ref runs, table, Context(isFirst, left, above + q)), second = 0;
                left = (first >> 4) & 0xF;
                quadCodes[q] = (ushort)first;
                current[q] = (byte)left;
                if (q + 1 < quads)
                {
                    second = ReadCode(ref bits, ref runs, table, Context(isFirst, left, above + q + 1));
                    left = (second >> 4) & 0xF;
                }

                quadCodes[q + 1] = (ushort)second;
                current[q + 1] = (byte)left;
                ReadResiduals(ref bits, ref runs, prefixes, isFirst, (first >> 3) & 1, (second >> 3) & 1, residuals + q);
                words.Skip(bits.Used);
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
    private static uint ReadCode(ref BitWindow bits, ref RunDecoder runs, ushort* table, uint context)
    {
        if (context == 0 && !runs.Next()) return 0;
        uint code = table[(context << QuadCodes.MostBits) | bits.Peek(QuadCodes.MostBits)];
        bits.Skip((int)(code & 7));
        return code;
    }

    /// <summary>
    /// Reads u of two quads, 0 of one whose code says that there is none (T.814 7.3.6). What depends on the bits are numbers and not conditions,
    /// as these cannot be foreseen.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void ReadResiduals(
        ref BitWindow bits, ref RunDecoder runs, uint* prefixes, bool isFirstRow, uint hasFirst, uint hasSecond, byte* residuals)
    {
        uint added = 0;
        uint first = prefixes[(hasFirst << 3) | bits.Peek(3)];
        bits.Skip((int)(first & 7));
        uint second = prefixes[(hasSecond << 3) | bits.Peek(3)];
        if (isFirstRow && (hasFirst & hasSecond) != 0)
        {
            if (runs.Next()) added = 2;
            else if (first >> 8 > 2) second = QuadCodes.OneBitPrefix(bits.Peek(1));
        }

        bits.Skip((int)(second & 7));
        uint firstSuffix = bits.Read((int)(first >> 4) & 0xF), secondSuffix = bits.Read((int)(second >> 4) & 0xF);
        uint u = (first >> 8) + firstSuffix + added, v = (second >> 8) + secondSuffix + added;
        if ((firstSuffix | secondSuffix) >= FirstExtendedSuffix)
        {
            if (firstSuffix >= FirstExtendedSuffix) u += 4 * bits.Read(4);
            if (secondSuffix >= FirstExtendedSuffix) v += 4 * bits.Read(4);
        }

        residuals[0] = (byte)u;
        residuals[1] = (byte)v;
    }

    /// <summary>The next bits, in a register.</summary>
    private struct BitWindow(ulong bits)
    {
        private ulong _bits = bits;

        public int Used { get; private set; }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public readonly uint Peek(int count) => (uint)_bits & ((1u << count) - 1);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Skip(int count)
        {
            _bits >>= count;
            Used += count;
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public uint Read(int count)
        {
            uint value = Peek(count);
            Skip(count);
            return value;
        }
    }
}
