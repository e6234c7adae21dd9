using System;
using System.Runtime.CompilerServices;

namespace PSDicom.Codecs.Deflate;

/// <summary>A Huffman code made for how often each symbol occurs, none of its words longer than a limit.</summary>
internal sealed class HuffmanCode
{
    private readonly int _longest;
    private readonly ulong[] _order;
    private readonly int[] _weights;
    private readonly int[] _parents;
    private readonly int[] _lengthCounts;

    /// <param name="symbols">How many symbols there are.</param>
    /// <param name="longest">The most bits of a word, at most 15.</param>
    public HuffmanCode(int symbols, int longest)
    {
        _longest = longest;
        _order = new ulong[symbols];
        _weights = new int[symbols * 2];
        _parents = new int[symbols * 2];
        _lengthCounts = new int[Math.Max(symbols, longest) + 1];
        Lengths = new byte[symbols];
        Words = new ushort[symbols];
    }

    /// <summary>The length of each symbol's word in bits; 0 if it does not occur.</summary>
    public byte[] Lengths { get; }

    /// <summary>Each symbol's word, its first bit lowest.</summary>
    public ushort[] Words { get; }

    /// <summary>Bits that so many symbols take.</summary>
    [MethodImpl(Compiled.AtOnce)]
    public long CountBits(ReadOnlySpan<int> frequencies)
    {
        long bits = 0;
        for (int symbol = 0; symbol < frequencies.Length; symbol++) bits += (long)frequencies[symbol] * Lengths[symbol];
        return bits;
    }

    /// <summary>Makes the code. At least one symbol must occur; a single one gets a word of one bit.</summary>
    [MethodImpl(Compiled.AtOnce)]
    public void Build(ReadOnlySpan<int> frequencies)
    {
        Array.Clear(Lengths, 0, Lengths.Length);
        int count = 0;
        for (int symbol = 0; symbol < frequencies.Length; symbol++)
            if (frequencies[symbol] > 0) _order[count++] = ((ulong)frequencies[symbol] << 16) | (uint)symbol;
        Array.Sort(_order, 0, count);
        CountLengths(count);
        Limit();

        // The rarest symbols, which come first, get the longest words.
        int rank = 0;
        for (int length = _longest; length > 0; length--)
            for (int i = 0; i < _lengthCounts[length]; i++) Lengths[(int)(_order[rank++] & 0xFFFF)] = (byte)length;
        AssignWords();
    }

    /// <summary>Huffman's tree from two queues: leaves in order, and the nodes made of them, which come in order too.</summary>
    [MethodImpl(Compiled.AtOnce)]
    private void CountLengths(int count)
    {
        Array.Clear(_lengthCounts, 0, _lengthCounts.Length);
        if (count == 1)
        {
            _lengthCounts[1] = 1;
            return;
        }

        for (int i = 0; i < count; i++) _weights[i] = (int)(_order[i] >> 16);
        int leaf = 0, node = count, root = (count * 2) - 2;
        for (int made = count; made <= root; made++)
        {
            int first = Lightest(made), second = Lightest(made);
            _weights[made] = _weights[first] + _weights[second];
            _parents[first] = _parents[second] = made;
        }

        // From here on, the place of a parent is its depth.
        _weights[root] = 0;
        for (int i = root - 1; i >= 0; i--)
        {
            _weights[i] = _weights[_parents[i]] + 1;
            if (i < count) _lengthCounts[_weights[i]]++;
        }

        int Lightest(int made) => leaf < count && (node == made || _weights[leaf] <= _weights[node]) ? leaf++ : node++;
    }

    /// <summary>Shortens words that are too long, and lengthens as few others as that needs.</summary>
    [MethodImpl(Compiled.AtOnce)]
    private void Limit()
    {
        int space = 0;
        for (int length = _longest + 1; length < _lengthCounts.Length; length++)
        {
            _lengthCounts[_longest] += _lengthCounts[length];
            _lengthCounts[length] = 0;
        }

        for (int length = 1; length <= _longest; length++) space += _lengthCounts[length] << (_longest - length);
        for (; space > 1 << _longest; space--)
        {
            // One word of the longest goes below a shorter one, which gets a bit longer: the code then needs one place less.
            int length = _longest - 1;
            while (_lengthCounts[length] == 0) length--;
            _lengthCounts[_longest]--;
            _lengthCounts[length]--;
            _lengthCounts[length + 1] += 2;
        }
    }

    /// <summary>Words in order of length, then of symbol (RFC 1951 section 3.2.2).</summary>
    [MethodImpl(Compiled.AtOnce)]
    private void AssignWords()
    {
        Span<int> next = stackalloc int[16];
        int word = 0;
        for (int length = 1; length <= _longest; length++)
        {
            next[length] = word;
            word = (word + _lengthCounts[length]) << 1;
        }

        for (int symbol = 0; symbol < Lengths.Length; symbol++)
            if (Lengths[symbol] > 0) Words[symbol] = Reverse(next[Lengths[symbol]]++, Lengths[symbol]);
    }

    [MethodImpl(Compiled.AtOnce)]
    private static ushort Reverse(int word, int length)
    {
        int reversed = 0;
        for (int i = 0; i < length; i++) reversed |= ((word >> i) & 1) << (length - 1 - i);
        return (ushort)reversed;
    }
}
