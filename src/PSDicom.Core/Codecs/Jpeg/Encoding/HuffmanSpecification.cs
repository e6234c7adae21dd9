using System;
using System.Collections.Generic;

namespace PSDicom.Codecs.Jpeg.Encoding;

/// <summary>A Huffman table as a marker segment has it (T.81 B.2.4.2).</summary>
/// <param name="counts">BITS: the number of codes of each length, 1 to 16.</param>
/// <param name="symbols">HUFFVAL: the symbols in the order of their codes.</param>
internal sealed class HuffmanSpecification(byte[] counts, byte[] symbols)
{
    private const int MaxLength = 16;
    private const int Symbols = 256;

    /// <summary>Larger sums are halved before a code is built from them.</summary>
    private const long MaxFrequency = 1 << 30;

    /// <summary>BITS: the number of codes of each length, 1 to 16.</summary>
    public byte[] Counts { get; } = counts;

    /// <summary>HUFFVAL: the symbols in the order of their codes.</summary>
    public byte[] InOrder { get; } = symbols;

    /// <summary>A table of T.81 K.3.</summary>
    public static HuffmanSpecification Standard(bool isAc, int selector) =>
        new(StandardHuffmanTables.Counts(isAc, selector).ToArray(), StandardHuffmanTables.Symbols(isAc, selector).ToArray());

    /// <summary>The best table for symbols that occur so often (T.81 K.2).</summary>
    /// <param name="frequencies">The frequency of each symbol; at least one is not 0.</param>
    /// <param name="maxLength">The maximum length of a code, at most 16.</param>
    public static HuffmanSpecification Optimal(ReadOnlySpan<long> frequencies, int maxLength)
    {
        long total = 0;
        foreach (long frequency in frequencies) total += frequency;
        int shift = 0;
        while (total >> shift > MaxFrequency) shift++;

        // A code of all ones is not allowed: the rarest symbol, which gets the last code, stands for none.
        Span<int> scaled = stackalloc int[Symbols + 1];
        scaled.Clear();
        scaled[0] = 1;
        for (int symbol = 0; symbol < frequencies.Length; symbol++)
            if (frequencies[symbol] > 0) scaled[symbol + 1] = (int)Math.Max(1, frequencies[symbol] >> shift);
        var lengths = new HuffmanLengths(Symbols + 1, maxLength);
        lengths.Build(scaled);

        var counts = new byte[MaxLength];
        var symbols = new List<byte>();
        for (int length = 1; length <= maxLength; length++)
        {
            for (int symbol = 0; symbol < Symbols; symbol++)
            {
                if (lengths.OfSymbols[symbol + 1] != length) continue;
                counts[length - 1]++;
                symbols.Add((byte)symbol);
            }
        }

        return new HuffmanSpecification(counts, [.. symbols]);
    }

    /// <summary>Calls back with the code of each symbol and its length (T.81 C.2).</summary>
    public void ForEachCode(Action<int, uint, int> use)
    {
        uint code = 0;
        int index = 0;
        for (int length = 1; length <= Counts.Length; length++, code <<= 1)
        {
            for (int i = 0; i < Counts[length - 1]; i++, code++, index++) use(InOrder[index], code, length);
        }
    }
}
