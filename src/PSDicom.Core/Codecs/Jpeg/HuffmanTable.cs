using System;
using System.Runtime.CompilerServices;

namespace PSDicom.Codecs.Jpeg;

/// <summary>
/// One table of DHT (T.81 C.2), with a lookup by the next bits that mostly gives a symbol and its additional bits at once.
/// </summary>
/// <remarks>
/// A DC lookup entry is 0 (see <see cref="FindDifference"/>) or has, from bit 0: the code's length, 8 bits; SSSS, 8 bits; the length of both.
/// An AC lookup entry is, if bit 6 is clear, a whole coefficient: the length of code and additional bits, 6 bits; from bit 8 the run
/// before it, 8 bits; from bit 16 the value. EOB is such an entry with run 64. If bit 6 is set, only the code is in it: its length, 0 if
/// that is more than the lookup has, and from bit 8 the symbol.
/// </remarks>
internal sealed unsafe class HuffmanTable
{
    /// <summary>Bits that the lookup takes.</summary>
    public const int LookupBits = 10;

    /// <summary>What the bit buffer is shifted by to give the lookup's index.</summary>
    public const int LookupShift = 64 - LookupBits;

    /// <summary>The bit of an AC entry that has only the code.</summary>
    public const int CodeOnly = 0x40;

    private const int MaxLength = 16;
    private const int EndOfBlockRun = 64;

    // For each length: where its codes end, left-aligned in 16 bits, and what takes a code to the index of its symbol.
    private readonly int[] _end = new int[MaxLength + 1];
    private readonly int[] _offset = new int[MaxLength + 1];
    private readonly byte[] _symbols;
    private readonly bool _isAc;
    private int[]? _lookup;
    private int[]? _codeLookup;

    /// <param name="counts">BITS: how many codes have each length, 1 to 16; no more in sum than symbols.</param>
    /// <param name="symbols">HUFFVAL.</param>
    /// <param name="isAc">Whether symbols are run and size of AC coefficients, not categories of differences.</param>
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
    public bool IsPossible => Array.TrueForAll(_end, end => end <= 1 << MaxLength);

    public int[] Lookup => _lookup ??= _isAc ? BuildAc() : BuildDc();

    /// <summary>Codes without additional bits: their length, 0 if that is more than the lookup has, and from bit 8 the symbol.</summary>
    public int[] CodeLookup => _codeLookup ??= BuildCodes();

    /// <summary>The symbol of the code that the bits begin with, and its length; -1 if there is no such code.</summary>
    public int FindSymbol(ulong bits, out int length)
    {
        int next = (int)(bits >> 48);
        for (length = 1; length <= MaxLength; length++)
        {
            if (next < _end[length]) return _symbols[_offset[length] + (next >> (MaxLength - length))];
        }

        return -1;
    }

    /// <summary>The difference that the bits begin with, and the bits it takes: 0 if there is no such code (F.2.2.1, H.2.2).</summary>
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

        // A known encoder lacks the code of category 16: it writes the ones that overflow its table, then 32768 in 16 bits.
        bool isOverflow = size < 0 && (ushort)(bits >> 31) is 0x7FFF or 0x8000;
        length = isOverflow ? 33 : 0;
        return isOverflow ? 32768 : 0;
    }

    /// <summary>Takes a difference; fails if there is no such code.</summary>
    /// <param name="reader">The bits.</param>
    /// <param name="lookup">The <see cref="Lookup"/> of the table.</param>
    /// <param name="table">A DC table.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int TakeDifference(ref BitReader reader, int* lookup, HuffmanTable table)
    {
        reader.Refill();
        int entry = lookup[reader.Bits >> LookupShift];
        if (entry != 0)
        {
            int value = Extend(reader.Bits << (entry & 0xFF), (entry >> 8) & 0xFF);
            reader.Skip(entry >> 16);
            return value;
        }

        int difference = table.FindDifference(reader.Bits, out int length);
        if (length == 0) reader.Fail();
        reader.Skip(length);
        return difference;
    }

    /// <summary>RECEIVE and EXTEND (F.2.2.1): the value of the first <paramref name="size"/> bits, 0 to 15.</summary>
    public static int Extend(ulong bits, int size)
    {
        int value = (int)(bits >> 1 >> (63 - size));
        // A clear first bit means a negative value.
        return value + (((value >> (size - 1)) - 1) & ((-1 << size) + 1));
    }

    private int[] BuildCodes()
    {
        int[] lookup = new int[1 << LookupBits];
        for (int next = 0; next < lookup.Length; next++)
        {
            int symbol = FindSymbol((ulong)next << LookupShift, out int length);
            if (symbol >= 0 && length <= LookupBits) lookup[next] = length | (symbol << 8);
        }

        return lookup;
    }

    private int[] BuildDc()
    {
        int[] lookup = new int[1 << LookupBits];
        for (int next = 0; next < lookup.Length; next++)
        {
            int size = FindSymbol((ulong)next << LookupShift, out int length);
            if (size is >= 0 and < 16 && length <= LookupBits) lookup[next] = length | (size << 8) | ((length + size) << 16);
        }

        return lookup;
    }

    private int[] BuildAc()
    {
        int[] lookup = new int[1 << LookupBits];
        for (int next = 0; next < lookup.Length; next++)
        {
            ulong bits = (ulong)next << LookupShift;
            int symbol = FindSymbol(bits, out int length);
            int run = symbol >> 4, size = symbol & 15;
            if (symbol < 0 || length > LookupBits)
                lookup[next] = CodeOnly;
            else if (symbol == 0)
                lookup[next] = length | (EndOfBlockRun << 8);
            else if (size == 0 || length + size > LookupBits)
                lookup[next] = CodeOnly | length | (symbol << 8);
            else
                lookup[next] = (length + size) | (run << 8) | (Extend(bits << length, size) << 16);
        }

        return lookup;
    }
}
