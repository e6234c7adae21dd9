using System;
using System.Runtime.CompilerServices;

namespace PSDicom.Codecs.Deflate;

/// <summary>A length-limited Huffman code for given symbol frequencies.</summary>
/// <param name="symbols">The number of symbols.</param>
/// <param name="maxLength">The maximum length of a word in bits, at most 15.</param>
internal sealed class HuffmanCode(int symbols, int maxLength)
{
    private readonly HuffmanLengths _lengths = new(symbols, maxLength);

    /// <summary>The length of each symbol's word in bits; 0 if it does not occur.</summary>
    public byte[] Lengths => _lengths.OfSymbols;

    /// <summary>The word of each symbol, the first bit lowest.</summary>
    public ushort[] Words { get; } = new ushort[symbols];

    /// <summary>The number of bits of so many symbols.</summary>
    [MethodImpl(Compiled.AtOnce)]
    public long CountBits(ReadOnlySpan<int> frequencies)
    {
        byte[] lengths = Lengths;
        long bits = 0;
        for (int symbol = 0; symbol < frequencies.Length; symbol++) bits += (long)frequencies[symbol] * lengths[symbol];
        return bits;
    }

    /// <summary>Builds the code. At least one symbol must occur; a single symbol gets a word of one bit.</summary>
    public void Build(ReadOnlySpan<int> frequencies)
    {
        _lengths.Build(frequencies);
        AssignWords();
    }

    /// <summary>Assigns canonical words, by length, then by symbol (RFC 1951 section 3.2.2).</summary>
    [MethodImpl(Compiled.AtOnce)]
    private void AssignWords()
    {
        Span<int> next = stackalloc int[16];
        int word = 0;
        for (int length = 1; length <= maxLength; length++)
        {
            next[length] = word;
            word = (word + _lengths.Counts[length]) << 1;
        }

        byte[] lengths = Lengths;
        for (int symbol = 0; symbol < lengths.Length; symbol++)
            if (lengths[symbol] > 0) Words[symbol] = Reverse(next[lengths[symbol]]++, lengths[symbol]);
    }

    [MethodImpl(Compiled.AtOnce)]
    private static ushort Reverse(int word, int length)
    {
        int reversed = 0;
        for (int i = 0; i < length; i++) reversed |= ((word >> i) & 1) << (length - 1 - i);
        return (ushort)reversed;
    }
}
