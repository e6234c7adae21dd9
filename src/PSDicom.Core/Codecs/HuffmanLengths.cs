using System;
using System.Runtime.CompilerServices;

namespace PSDicom.Codecs;

/// <summary>The lengths of the words of a length-limited Huffman code for given symbol frequencies.</summary>
internal sealed class HuffmanLengths
{
    private readonly int _maxLength;
    private readonly ulong[] _order;
    private readonly int[] _weights;
    private readonly int[] _parents;
    private readonly int[] _lengthCounts;

    /// <param name="symbols">The number of symbols.</param>
    /// <param name="maxLength">The maximum length of a word in bits.</param>
    public HuffmanLengths(int symbols, int maxLength)
    {
        _maxLength = maxLength;
        _order = new ulong[symbols];
        _weights = new int[symbols * 2];
        _parents = new int[symbols * 2];
        _lengthCounts = new int[Math.Max(symbols, maxLength) + 1];
        OfSymbols = new byte[symbols];
    }

    /// <summary>The length of each symbol's word in bits; 0 if it does not occur.</summary>
    public byte[] OfSymbols { get; }

    /// <summary>The number of words of each length.</summary>
    public ReadOnlySpan<int> Counts => _lengthCounts.AsSpan(0, _maxLength + 1);

    /// <summary>
    /// Builds the code. At least one symbol must occur; a single symbol gets a word of one bit. Of symbols that are equally rare the first gets
    /// the longest word.
    /// </summary>
    [MethodImpl(Compiled.AtOnce)]
    public void Build(ReadOnlySpan<int> frequencies)
    {
        Array.Clear(OfSymbols, 0, OfSymbols.Length);
        int count = 0;
        for (int symbol = 0; symbol < frequencies.Length; symbol++)
            if (frequencies[symbol] > 0) _order[count++] = ((ulong)frequencies[symbol] << 16) | (uint)symbol;
        Array.Sort(_order, 0, count);
        CountLengths(count);
        Limit();

        // The rarest symbols are first and get the longest words.
        int rank = 0;
        for (int length = _maxLength; length > 0; length--)
            for (int i = 0; i < _lengthCounts[length]; i++) OfSymbols[(int)(_order[rank++] & 0xFFFF)] = (byte)length;
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
}
