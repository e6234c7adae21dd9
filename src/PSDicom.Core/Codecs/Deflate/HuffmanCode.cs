using System;
using System.Runtime.CompilerServices;

namespace PSDicom.Codecs.Deflate;

/// <summary>A length-limited Huffman code for given symbol frequencies.</summary>
internal sealed class HuffmanCode
{
    private readonly int _maxLength;
    private readonly ulong[] _order;
    private readonly int[] _weights;
    private readonly int[] _parents;
    private readonly int[] _lengthCounts;

    /// <param name="symbols">The number of symbols.</param>
    /// <param name="maxLength">The maximum length of a word in bits, at most 15.</param>
    public HuffmanCode(int symbols, int maxLength)
    {
        _maxLength = maxLength;
        _order = new ulong[symbols];
        _weights = new int[symbols * 2];
        _parents = new int[symbols * 2];
        _lengthCounts = new int[Math.Max(symbols, maxLength) + 1];
        Lengths = new byte[symbols];
        Words = new ushort[symbols];
    }

    /// <summary>The length of each symbol's word in bits; 0 if it does not occur.</summary>
    public byte[] Lengths { get; }

    /// <summary>The word of each symbol, the first bit lowest.</summary>
    public ushort[] Words { get; }

    /// <summary>The number of bits of so many symbols.</summary>
    [MethodImpl(Compiled.AtOnce)]
    public long CountBits(ReadOnlySpan<int> frequencies)
    {
        long bits = 0;
        for (int symbol = 0; symbol < frequencies.Length; symbol++) bits += (long)frequencies[symbol] * Lengths[symbol];
        return bits;
    }

    /// <summary>Builds the code. At least one symbol must occur; a single symbol gets a word of one bit.</summary>
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

        // The rarest symbols are first and get the longest words.
        int rank = 0;
        for (int length = _maxLength; length > 0; length--)
            for (int i = 0; i < _lengthCounts[length]; i++) Lengths[(int)(_order[rank++] & 0xFFFF)] = (byte)length;
        AssignWords();
    }

    /// <summary>Huffman's tree from two queues: sorted leaves, and nodes, which are created in sorted order.</summary>
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

        // From here on, _weights has the depth of each node.
        _weights[root] = 0;
        for (int i = root - 1; i >= 0; i--)
        {
            _weights[i] = _weights[_parents[i]] + 1;
            if (i < count) _lengthCounts[_weights[i]]++;
        }

        int Lightest(int made) => leaf < count && (node == made || _weights[leaf] <= _weights[node]) ? leaf++ : node++;
    }

    /// <summary>Shortens words that are too long, and lengthens as few others as needed.</summary>
    [MethodImpl(Compiled.AtOnce)]
    private void Limit()
    {
        int space = 0;
        for (int length = _maxLength + 1; length < _lengthCounts.Length; length++)
        {
            _lengthCounts[_maxLength] += _lengthCounts[length];
            _lengthCounts[length] = 0;
        }

        for (int length = 1; length <= _maxLength; length++) space += _lengthCounts[length] << (_maxLength - length);
        for (; space > 1 << _maxLength; space--)
        {
            // One of the longest words becomes the sibling of a shorter one, which gets one bit longer: this frees one code.
            int length = _maxLength - 1;
            while (_lengthCounts[length] == 0) length--;
            _lengthCounts[_maxLength]--;
            _lengthCounts[length]--;
            _lengthCounts[length + 1] += 2;
        }
    }

    /// <summary>Assigns canonical words, by length, then by symbol (RFC 1951 section 3.2.2).</summary>
    [MethodImpl(Compiled.AtOnce)]
    private void AssignWords()
    {
        Span<int> next = stackalloc int[16];
        int word = 0;
        for (int length = 1; length <= _maxLength; length++)
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
