using System.Runtime.CompilerServices;

namespace PSDicom.Codecs.Jpeg2000.HighThroughput;

/// <summary>
/// Reads the variable-length codes of a row of quads: significance, and coded parts of the exponents. A quad is a number: its code as in
/// <see cref="QuadCodes"/>, and from bit 16 the residual of its exponent (u).
/// </summary>
internal static unsafe class QuadRow
{
    // The lowest suffix that is followed by four more bits (T.814 7.3.6).
    private const uint FirstExtendedSuffix = 28;

    /// <summary>Reads the codes of a row of quads (T.814 7.3.5 and 7.3.6).</summary>
    /// <param name="words">The codes.</param>
    /// <param name="runs">The run-length codes.</param>
    /// <param name="table"><see cref="QuadCodes.FirstRow"/> or <see cref="QuadCodes.OtherRows"/>.</param>
    /// <param name="isFirst">Whether it is the first row.</param>
    /// <param name="count">The number of quads.</param>
    /// <param name="above">The quads of the row above, 0 for the first row, with one more at both ends.</param>
    /// <param name="quads">The resulting quads, an even number.</param>
    [MethodImpl(Compiled.AtOnce)]
    public static void Read(ref BitWindow words, ref RunDecoder runs, uint* table, bool isFirst, int count, uint* above, uint* quads)
    {
        BitWindow bits = words;
        uint left = 0;
        fixed (uint* residuals = QuadCodes.Residuals)
        {
            for (int q = 0; q < count; q += 2)
            {
                // Two codes need at most twice 7 bits, with 3 of a prefix, 5 of a suffix and 4 more: one fill is enough.
                bits.Fill();
                uint first = ReadCode(ref bits, ref runs, table, (left >> 16) | ContextOfAbove(above + q)), second = 0;
                if (q + 1 < count) second = ReadCode(ref bits, ref runs, table, (first >> 16) | ContextOfAbove(above + q + 1));
                left = second;

                uint which = ((first >> 3) & 1) | ((second >> 2) & 2), added = 0;
                if (isFirst && which == 3)
                {
                    if (runs.Next()) added = 2;
                    else which = QuadCodes.FirstRowPair;
                }

                uint lengths = residuals[(which << QuadCodes.MaxPrefixBits) | bits.Peek(QuadCodes.MaxPrefixBits)];
                bits.Skip((int)(lengths & 0xF));
                uint firstSuffix = bits.Read((int)(lengths >> 4) & 0xF), secondSuffix = bits.Read((int)(lengths >> 8) & 0xF);
                uint u = ((lengths >> 12) & 0xF) + firstSuffix + added, v = (lengths >> 16) + secondSuffix + added;
                if ((firstSuffix | secondSuffix) >= FirstExtendedSuffix)
                {
                    if (firstSuffix >= FirstExtendedSuffix) u += 4 * bits.Read(4);
                    if (secondSuffix >= FirstExtendedSuffix) v += 4 * bits.Read(4);
                }

                quads[q] = (ushort)first | (u << 16);
                quads[q + 1] = (ushort)second | (v << 16);
            }
        }

        words = bits;
    }

    /// <summary>The part of the context from the quads above (T.814 formula 2), shifted for the index.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint ContextOfAbove(uint* above)
    {
        // The fourth sample of the north-west quad, the second and fourth of the north quad, the second of the north-east quad.
        uint north = above[0] << 2;
        return ((above[-1] | north) & 0x80) | ((north | (above[1] << 4)) & 0x200);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint ReadCode(ref BitWindow bits, ref RunDecoder runs, uint* table, uint index)
    {
        if (index == 0 && !runs.Next()) return 0;
        uint code = table[index | bits.Peek(QuadCodes.MaxBits)];
        bits.Skip((int)(code & 7));
        return code;
    }
}
