using System;
using System.Runtime.CompilerServices;

namespace PSDicom.Codecs.Deflate;

/// <summary>
/// Writes deflate blocks (RFC 1951) with dynamic Huffman codes, or stored if that is shorter. It is optimized for filtered pixels: only
/// repeats that are cheaper than their literals are used, which is both fast and small there.
/// </summary>
internal sealed class DeflateEncoder(int maxBlock)
{
    private const int MaxWord = 12;
    private const int Stored = 0, DynamicCodes = 2;

    private readonly RepeatFinder _finder = new(maxBlock);
    private readonly SymbolCounts _counts = new();
    private readonly HuffmanCode _literals = new(DeflateSymbols.Literals, MaxWord);
    private readonly HuffmanCode _distances = new(DeflateSymbols.Distances, MaxWord);
    private readonly CodeLengthWriter _codeLengths = new();
    private readonly uint[] _words = new uint[DeflateSymbols.Literals];
    private int _minimumRepeat;

    /// <summary>Resets the statistics of earlier blocks.</summary>
    public void Start() => _minimumRepeat = RepeatFinder.DefaultMinimum;

    /// <summary>Writes a block. There must be room for 16 bytes more than the block.</summary>
    public void Write(ref DeflateBitWriter writer, ReadOnlySpan<byte> block, bool isLast)
    {
        _finder.Find(block, _minimumRepeat);
        _counts.Count(block, _finder.Repeats);
        _literals.Build(_counts.Literals);
        _distances.Build(_counts.Distances);
        _codeLengths.Prepare(_literals, _distances);
        _minimumRepeat = RepeatFinder.FindMinimum(_counts.Bytes, _literals.CountBits(_counts.Literals.Slice(0, DeflateSymbols.EndOfBlock)));

        long bits = _codeLengths.BitCount + _literals.CountBits(_counts.Literals) + _distances.CountBits(_counts.Distances) + _counts.ExtraBits;
        writer.Append(isLast ? 1u : 0, 1);
        if (bits / 8 < block.Length)
        {
            writer.Write(DynamicCodes, 2);
            _codeLengths.Write(ref writer);
            WriteSymbols(ref writer, block);
        }
        else
        {
            writer.Write(Stored, 2);
            writer.Align();
            writer.Write((uint)(block.Length | (~block.Length << 16)), 32);
            writer.Copy(block);
        }
    }

    [MethodImpl(Compiled.AtOnce)]
    private void WriteSymbols(ref DeflateBitWriter writer, ReadOnlySpan<byte> block)
    {
        for (int symbol = 0; symbol < _words.Length; symbol++) _words[symbol] = ((uint)_literals.Words[symbol] << 8) | _literals.Lengths[symbol];
        foreach (Repeat repeat in _finder.Repeats)
        {
            WriteLiterals(ref writer, block.Slice(0, repeat.Literals));
            block = block.Slice(repeat.Literals + repeat.Length);

            // At most two words of 12 bits, 5 and 13 extra bits, and 7 pending bits.
            (int symbol, int extra, int extraBits) = DeflateSymbols.OfLength(repeat.Length);
            Append(ref writer, _words[symbol]);
            writer.Append((uint)extra, extraBits);
            (symbol, extra, extraBits) = DeflateSymbols.OfDistance(repeat.Distance);
            writer.Append(_distances.Words[symbol], _distances.Lengths[symbol]);
            writer.Write((uint)extra, extraBits);
        }

        WriteLiterals(ref writer, block);
        Append(ref writer, _words[DeflateSymbols.EndOfBlock]);
        writer.Flush();
    }

    [MethodImpl(Compiled.AtOnce)]
    private void WriteLiterals(ref DeflateBitWriter target, ReadOnlySpan<byte> literals)
    {
        // A copy can stay in registers.
        DeflateBitWriter writer = target;
        uint[] words = _words;

        // At most four words of 12 bits, and 7 pending bits.
        for (; literals.Length >= 4; literals = literals.Slice(4))
        {
            Append(ref writer, words[literals[0]]);
            Append(ref writer, words[literals[1]]);
            Append(ref writer, words[literals[2]]);
            Append(ref writer, words[literals[3]]);
            writer.Flush();
        }

        foreach (byte literal in literals) Append(ref writer, words[literal]);
        writer.Flush();
        target = writer;
    }

    private static void Append(ref DeflateBitWriter writer, uint word) => writer.Append(word >> 8, (int)(word & 0xFF));
}
