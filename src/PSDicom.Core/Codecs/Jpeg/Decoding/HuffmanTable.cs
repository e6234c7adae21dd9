using System;
using System.Runtime.CompilerServices;

namespace PSDicom.Codecs.Jpeg.Decoding;

/// <summary>
/// A Huffman table, DHT (T.81 C.2), with a lookup table that usually gives a symbol and its additional bits in one step.
/// </summary>
/// <remarks>
/// A DC lookup entry is 0 (see <see cref="FindDifference"/>) or has, from bit 0: the code length, 8 bits; SSSS, 8 bits; the sum of both.
/// An AC lookup entry is, if bit 6 is clear, a whole coefficient: the length of code and additional bits, 6 bits; from bit 8 the run
/// before it, 8 bits; from bit 16 the value. EOB is such an entry with run 64. If bit 6 is set, only the code is in it: its length, 0 if
/// that is more than the lookup has, and from bit 8 the symbol.
/// </remarks>
internal sealed unsafe class HuffmanTable
{
    /// <summary>Bits of a lookup index.</summary>
    public const int LookupBits = 10;

    /// <summary>The shift from the bit buffer to the lookup index.</summary>
    public const int LookupShift = 64 - LookupBits;

    /// <summary>The flag of an AC entry that has only the code.</summary>
    public const int CodeOnly = 0x40;

    private const int MaxLength = 16;
    private const int EndOfBlockRun = 64;

    // For each length: the end of its codes, left-aligned in 16 bits, and the offset from a code to the index of its symbol.
    private readonly int[] _end = new int[MaxLength + 1];
    private readonly int[] _offset = new int[MaxLength + 1];
    private readonly byte[] _symbols;
    private readonly bool _isAc;
    private int[]? _lookup;
    private int[]? _codeLookup;

    /// <param name="counts">BITS: the number of codes of each length, 1 to 16; in sum at most the number of symbols.</param>
    /// <param name="symbols">HUFFVAL.</param>
    /// <param name="isAc">Whether symbols are runs and sizes of AC coefficients, or else categories of differences.</param>
    public HuffmanTable(ReadOnlySpan<byte> counts, ReadOnlySpan<byte> symbols, bool isAc)
    {
        _symbols = symbols.ToArray();
        _isAc = isAc;
        int code = 0, index = 0;
        for (int length = 1; length <= MaxLength; length++)
        {
            code <<= 1;
            _offset[length] = index - code;
            code += counts[length - 1];
            index += counts[length - 1];
            _end[length] = code << (MaxLength - length);
        }
    }

    /// <summary>Whether the codes of each length fit in that length.</summary>
    public bool IsValid => Array.TrueForAll(_end, end => end <= 1 << MaxLength);

    public int[] Lookup => _lookup ?? BuildLookup();

    /// <summary>
    /// A lookup of codes without additional bits: the length, 0 for codes longer than the index, and from bit 8 the symbol.
    /// </summary>
    public int[] CodeLookup => _codeLookup ??= Build(CodeEntry, 0);

    /// <summary>Finds the symbol of the code at the start of the bits, and its length; -1 if the code is not valid.</summary>
    [MethodImpl(Compiled.AtOnce)]
    public int FindSymbol(ulong bits, out int length)
    {
        int next = (int)(bits >> 48);
        for (length = 1; length <= MaxLength; length++)
        {
            if (next < _end[length]) return _symbols[_offset[length] + (next >> (MaxLength - length))];
        }

        return -1;
    }

    /// <summary>
    /// Finds the difference at the start of the bits, and its length in bits: 0 if the code is not valid (F.2.2.1, H.2.2).
    /// </summary>
    [MethodImpl(Compiled.AtOnce)]
    public int FindDifference(ulong bits, out int length)
    {
        int size = FindSymbol(bits, out length);
        if (size == 16) return 32768;
        if (size is >= 0 and < 16)
        {
            int value = Extend(bits << length, size);
            length += size;
            return value;
        }

        // A known encoder has no code for category 16: it writes the ones that overflow its table, then 32768 in 16 bits.
        bool isOverflow = size < 0 && (ushort)(bits >> 31) is 0x7FFF or 0x8000;
        length = isOverflow ? 33 : 0;
        return isOverflow ? 32768 : 0;
    }

    /// <summary>Reads a difference; marks the reader as exhausted if the code is not valid.</summary>
    /// <param name="reader">The bits.</param>
    /// <param name="lookup">The <see cref="Lookup"/> of the table.</param>
    /// <param name="table">A DC table.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int TakeDifference(ref JpegBitReader reader, int* lookup, HuffmanTable table)
    {
        reader.Refill();
        return TakeNextDifference(ref reader, lookup, table);
    }

    /// <summary>Reads a second difference without a refill: the bits are enough for two.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int TakeNextDifference(ref JpegBitReader reader, int* lookup, HuffmanTable table)
    {
        int entry = lookup[reader.Bits >> LookupShift];
        if (entry != 0)
        {
            int value = Extend(reader.Bits << (entry & 0xFF), (entry >> 8) & 0xFF);
            reader.Skip(entry >> 16);
            return value;
        }

        // Except for long codes, with a refill before and after.
        reader.Refill();
        int difference = table.FindDifference(reader.Bits, out int length);
        if (length == 0) reader.Fail();
        reader.Skip(length);
        reader.Refill();
        return difference;
    }

    /// <summary>RECEIVE and EXTEND (F.2.2.1): the value of the first <paramref name="size"/> bits, 0 to 15.</summary>
    [MethodImpl(Compiled.AtOnce)]
    public static int Extend(ulong bits, int size)
    {
        int value = (int)(bits >> 1 >> (63 - size));
        // A clear first bit means a negative value.
        return value + (((value >> (size - 1)) - 1) & ((-1 << size) + 1));
    }

    private int[] BuildLookup() => _lookup = _isAc ? Build(AcEntry, CodeOnly) : Build(DcEntry, 0);

    [MethodImpl(Compiled.AtOnce)]
    private int[] Build(Func<int, int, int, int> entryOf, int entryOfLongCodes)
    {
        int[] lookup = new int[1 << LookupBits];
        int next = 0;
        for (int length = 1; length <= LookupBits; length++)
        {
            for (; next < _end[length] >> (MaxLength - LookupBits); next++)
                lookup[next] = entryOf(next, _symbols[_offset[length] + (next >> (LookupBits - length))], length);
        }

        lookup.AsSpan(next).Fill(entryOfLongCodes);
        return lookup;
    }

    [MethodImpl(Compiled.AtOnce)]
    private static int CodeEntry(int next, int symbol, int length) => length | (symbol << 8);

    [MethodImpl(Compiled.AtOnce)]
    private static int DcEntry(int next, int size, int length) => size < 16 ? length | (size << 8) | ((length + size) << 16) : 0;

    [MethodImpl(Compiled.AtOnce)]
    private static int AcEntry(int next, int symbol, int length)
    {
        int run = symbol >> 4, size = symbol & 15;
        if (symbol == 0) return length | (EndOfBlockRun << 8);
        if (size == 0 || length + size > LookupBits) return CodeOnly | length | (symbol << 8);
        return (length + size) | (run << 8) | (Extend((ulong)next << (LookupShift + length), size) << 16);
    }
}
