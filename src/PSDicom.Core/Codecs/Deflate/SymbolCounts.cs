using System;
using System.Runtime.CompilerServices;

namespace PSDicom.Codecs.Deflate;

/// <summary>Counts the symbols of a block.</summary>
internal sealed class SymbolCounts
{
    private const int ByteValues = 256;

    private readonly int[] _literals = new int[DeflateSymbols.Literals];
    private readonly int[] _distances = new int[DeflateSymbols.Distances];

    // Four tables, as a run of equal bytes would wait for the previous update of one counter.
    private readonly int[] _second = new int[ByteValues], _third = new int[ByteValues], _fourth = new int[ByteValues];

    public ReadOnlySpan<int> Literals => _literals;

    public ReadOnlySpan<int> Distances => _distances;

    /// <summary>The number of literal bytes.</summary>
    public int Bytes { get; private set; }

    /// <summary>The number of extra bits of lengths and distances.</summary>
    public int ExtraBits { get; private set; }

    [MethodImpl(Compiled.AtOnce)]
    public void Count(ReadOnlySpan<byte> block, ReadOnlySpan<Repeat> repeats)
    {
        foreach (int[] counts in new[] { _literals, _distances, _second, _third, _fourth }) Array.Clear(counts, 0, counts.Length);
        Bytes = 0;
        ExtraBits = 0;
        foreach (Repeat repeat in repeats)
        {
            CountBytes(block.Slice(0, repeat.Literals));
            block = block.Slice(repeat.Literals + repeat.Length);
            (int symbol, _, int extraBits) = DeflateSymbols.OfLength(repeat.Length);
            _literals[symbol]++;
            ExtraBits += extraBits;
            (symbol, _, extraBits) = DeflateSymbols.OfDistance(repeat.Distance);
            _distances[symbol]++;
            ExtraBits += extraBits;
        }

        CountBytes(block);
        for (int value = 0; value < ByteValues; value++) _literals[value] += _second[value] + _third[value] + _fourth[value];
        _literals[DeflateSymbols.EndOfBlock] = 1;

        // A code has at least one word.
        if (repeats.IsEmpty) _distances[0] = 1;
    }

    [MethodImpl(Compiled.AtOnce)]
    private void CountBytes(ReadOnlySpan<byte> bytes)
    {
        Bytes += bytes.Length;
        for (; bytes.Length >= 4; bytes = bytes.Slice(4))
        {
            _literals[bytes[0]]++;
            _second[bytes[1]]++;
            _third[bytes[2]]++;
            _fourth[bytes[3]]++;
        }

        foreach (byte value in bytes) _literals[value]++;
    }
}
