using System;
using System.Runtime.CompilerServices;

namespace PSDicom.Codecs.Jpeg2000.Blocks;

/// <summary>
/// The probability states (T.800 table C.2), two for each row: one for each more probable symbol. A state is a number: the symbol in bit 0,
/// the probability in bits 40 to 55, the next states from bits 8 and 16 on.
/// </summary>
internal static class MqStates
{
    private static readonly ulong[] States = Build();

    /// <summary>Sets all contexts to their initial states (T.800 table D.7).</summary>
    public static void Reset(Span<ulong> contexts)
    {
        contexts.Fill(Initial(0));
        contexts[0] = Initial(4);
        contexts[MqDecoder.RunLengthContext] = Initial(3);
        contexts[MqDecoder.UniformContext] = Initial(46);
    }

    /// <summary>The next state.</summary>
    /// <param name="state">The state.</param>
    /// <param name="isLess">All ones after the less probable symbol, else 0.</param>
    [MethodImpl(Compiled.AtOnce)]
    public static ulong Next(ulong state, long isLess) => States[(int)(state >> (int)(8 - (isLess << 3))) & 0x7F];

    private static ulong Initial(int row) => States[2 * row];

    private static ulong[] Build()
    {
        // Probability of the less probable symbol; next row after the more probable symbol; next row after the less probable symbol;
        // whether that switches the symbols.
        (int Probability, int More, int Less, int Switch)[] rows =
        [
            (0x5601, 1, 1, 1), (0x3401, 2, 6, 0), (0x1801, 3, 9, 0), (0x0AC1, 4, 12, 0), (0x0521, 5, 29, 0), (0x0221, 38, 33, 0),
            (0x5601, 7, 6, 1), (0x5401, 8, 14, 0), (0x4801, 9, 14, 0), (0x3801, 10, 14, 0), (0x3001, 11, 17, 0), (0x2401, 12, 18, 0),
            (0x1C01, 13, 20, 0), (0x1601, 29, 21, 0), (0x5601, 15, 14, 1), (0x5401, 16, 14, 0), (0x5101, 17, 15, 0), (0x4801, 18, 16, 0),
            (0x3801, 19, 17, 0), (0x3401, 20, 18, 0), (0x3001, 21, 19, 0), (0x2801, 22, 19, 0), (0x2401, 23, 20, 0), (0x2201, 24, 21, 0),
            (0x1C01, 25, 22, 0), (0x1801, 26, 23, 0), (0x1601, 27, 24, 0), (0x1401, 28, 25, 0), (0x1201, 29, 26, 0), (0x1101, 30, 27, 0),
            (0x0AC1, 31, 28, 0), (0x09C1, 32, 29, 0), (0x08A1, 33, 30, 0), (0x0521, 34, 31, 0), (0x0441, 35, 32, 0), (0x02A1, 36, 33, 0),
            (0x0221, 37, 34, 0), (0x0141, 38, 35, 0), (0x0111, 39, 36, 0), (0x0085, 40, 37, 0), (0x0049, 41, 38, 0), (0x0025, 42, 39, 0),
            (0x0015, 43, 40, 0), (0x0009, 44, 41, 0), (0x0005, 45, 42, 0), (0x0001, 45, 43, 0), (0x5601, 46, 46, 0),
        ];
        // 128 entries, so that a 7-bit index is never out of range.
        var states = new ulong[128];
        for (int i = 0; i < 2 * rows.Length; i++)
        {
            (int probability, int more, int less, int exchange) = rows[i >> 1];
            uint symbol = (uint)i & 1;
            states[i] = ((ulong)probability << 40) | ((((ulong)less << 1) | (symbol ^ (uint)exchange)) << 16) | ((((ulong)more << 1) | symbol) << 8) | symbol;
        }

        return states;
    }
}
