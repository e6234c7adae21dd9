using System;

namespace PSDicom.Codecs.Deflate;

/// <summary>Writes the header of a block with dynamic Huffman codes: the code lengths (RFC 1951 section 3.2.7).</summary>
internal sealed class CodeLengthWriter
{
    private const int RepeatLast = 16;
    private const int FewZeros = 17;
    private const int ManyZeros = 18;
    private const int Symbols = 19;

    private readonly HuffmanCode _code = new(Symbols, 7);
    private readonly int[] _frequencies = new int[Symbols];
    private readonly byte[] _lengths = new byte[DeflateSymbols.Literals + DeflateSymbols.Distances];
    private readonly (byte Symbol, byte Extra)[] _symbols = new (byte, byte)[DeflateSymbols.Literals + DeflateSymbols.Distances];
    private int _literalCount, _distanceCount, _symbolCount, _orderCount;

    private static ReadOnlySpan<byte> Order => [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

    private static ReadOnlySpan<byte> ExtraBits => [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 3, 7];

    /// <summary>The number of bits that <see cref="Write"/> will write.</summary>
    public long BitCount { get; private set; }

    public void Prepare(HuffmanCode literals, HuffmanCode distances)
    {
        _literalCount = Trim(literals.Lengths, DeflateSymbols.EndOfBlock + 1);
        _distanceCount = Trim(distances.Lengths, 1);
        literals.Lengths.AsSpan(0, _literalCount).CopyTo(_lengths);
        distances.Lengths.AsSpan(0, _distanceCount).CopyTo(_lengths.AsSpan(_literalCount));

        _symbolCount = 0;
        Array.Clear(_frequencies, 0, Symbols);
        ReadOnlySpan<byte> lengths = _lengths.AsSpan(0, _literalCount + _distanceCount);
        for (int start = 0, end; start < lengths.Length; start = end)
        {
            for (end = start + 1; end < lengths.Length && lengths[end] == lengths[start];) end++;
            AddRun(lengths[start], end - start);
        }

        _code.Build(_frequencies);
        for (_orderCount = Symbols; _orderCount > 4 && _code.Lengths[Order[_orderCount - 1]] == 0;) _orderCount--;
        BitCount = 14 + (3 * _orderCount) + _code.CountBits(_frequencies)
            + (2 * _frequencies[RepeatLast]) + (3 * _frequencies[FewZeros]) + (7 * _frequencies[ManyZeros]);
    }

    public void Write(ref DeflateBitWriter writer)
    {
        writer.Append((uint)(_literalCount - 257), 5);
        writer.Append((uint)(_distanceCount - 1), 5);
        writer.Write((uint)(_orderCount - 4), 4);
        for (int i = 0; i < _orderCount; i++) writer.Write(_code.Lengths[Order[i]], 3);
        for (int i = 0; i < _symbolCount; i++)
        {
            (byte symbol, byte extra) = _symbols[i];
            writer.Append(_code.Words[symbol], _code.Lengths[symbol]);
            writer.Write(extra, ExtraBits[symbol]);
        }
    }

    private void AddRun(byte length, int count)
    {
        if (length == 0)
        {
            for (; count >= 11; count -= Math.Min(count, 138)) Add(ManyZeros, Math.Min(count, 138) - 11);
            if (count >= 3) Add(FewZeros, count - 3);
            else Repeat(count);
            return;
        }

        Add(length, 0);
        count--;
        for (; count >= 3; count -= Math.Min(count, 6)) Add(RepeatLast, Math.Min(count, 6) - 3);
        Repeat(count);

        void Repeat(int times)
        {
            for (; times > 0; times--) Add(length, 0);
        }
    }

    private void Add(int symbol, int extra)
    {
        _frequencies[symbol]++;
        _symbols[_symbolCount++] = ((byte)symbol, (byte)extra);
    }

    private static int Trim(byte[] lengths, int least)
    {
        int count = lengths.Length;
        while (count > least && lengths[count - 1] == 0) count--;
        return count;
    }
}
