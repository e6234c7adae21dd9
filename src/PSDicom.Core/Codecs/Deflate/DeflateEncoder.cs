using System;
using System.Runtime.CompilerServices;

namespace PSDicom.Codecs.Deflate;

/// <summary>
/// Writes blocks of deflate (RFC 1951), each with codes of its own, or stored if that takes less. It is made for filtered pixels: only such
/// repeats are taken as pay beside a good code for literals, which is what makes it both fast and small there.
/// </summary>
internal sealed class DeflateEncoder(int longestBlock)
{
    private const int MaxWord = 12;
    private const int Stored = 0, OwnCodes = 2;

    private readonly RepeatFinder _finder = new(longestBlock);
    private readonly SymbolCounts _counts = new();
    private readonly HuffmanCode _literals = new(DeflateSymbols.Literals, MaxWord);
    private readonly HuffmanCode _distances = new(DeflateSymbols.Distances, MaxWord);
    private readonly CodeLengthWriter _codeLengths = new();
    private readonly uint[] _words = new uint[DeflateSymbols.Literals];
    private int _shortestRepeat;

    /// <summary>Forgets what went before.</summary>
    public void Start() => _shortestRepeat = RepeatFinder.UsualShortest;

    /// <summary>Writes a block. There must be room for 16 bytes more than it has.</summary>
    public void Write(ref BitWriter writer, ReadOnlySpan<byte> block, bool isLast)
    {
        _finder.Find(block, _shortestRepeat);
        _counts.Count(block, _finder.Repeats);
        _literals.Build(_counts.Literals);
        _distances.Build(_counts.Distances);
        _codeLengths.Prepare(_literals, _distances);
        _shortestRepeat = RepeatFinder.ShortestThatPays(_counts.Bytes, _literals.CountBits(_counts.Literals.Slice(0, DeflateSymbols.EndOfBlock)));

        long bits = _codeLengths.BitCount + _literals.CountBits(_counts.Literals) + _distances.CountBits(_counts.Distances) + _counts.ExtraBits;
        writer.Append(isLast ? 1u : 0, 1);
        if (bits / 8 < block.Length)
        {
            writer.Write(OwnCodes, 2);
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
    private void WriteSymbols(ref BitWriter writer, ReadOnlySpan<byte> block)
    {
        for (int symbol = 0; symbol < _words.Length; symbol++) _words[symbol] = ((uint)_literals.Words[symbol] << 8) | _literals.Lengths[symbol];
        foreach (Repeat repeat in _finder.Repeats)
        {
            WriteLiterals(ref writer, block.Slice(0, repeat.Literals));
            block = block.Slice(repeat.Literals + repeat.Length);

            // Two words of 12 bits, 5 and 13 extra bits, and 7 bits before them.
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
    private void WriteLiterals(ref BitWriter target, ReadOnlySpan<byte> literals)
    {
        // A copy can stay in registers.
        BitWriter writer = target;
        uint[] words = _words;

        // Four words of 12 bits, and 7 bits before them.
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

    private static void Append(ref BitWriter writer, uint word) => writer.Append(word >> 8, (int)(word & 0xFF));
}
