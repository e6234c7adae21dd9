namespace PSDicom.Codecs.Jpeg.Encoding;

/// <summary>
/// The codes of a table (T.81 C.2), for writing a code and its additional bits at once. The index of a symbol uses the leading zeros of the
/// 64-bit value. An entry has the length of both in its lowest 5 bits; above them is the code, followed by a 0 bit for each additional bit.
/// </summary>
internal static class HuffmanCodes
{
    /// <summary>The number of entries.</summary>
    public const int Count = SixteenZeros + 1;

    /// <summary>The code of 16 zeros (ZRL).</summary>
    public const int SixteenZeros = (15 << RunShift) + ValueBits;

    /// <summary>The code of a block's end (EOB).</summary>
    public const int EndOfBlock = ValueBits;

    /// <summary>The shift of the run in an index, to which the leading zeros of the coefficient are added.</summary>
    public const int RunShift = 5;

    /// <summary>The shift of the code in an entry.</summary>
    public const int CodeShift = 5;

    /// <summary>The mask of the length in an entry.</summary>
    public const int LengthMask = (1 << CodeShift) - 1;

    private const int ValueBits = 64;

    /// <summary>Makes the entries of a table.</summary>
    public static uint[] Make(HuffmanSpecification table)
    {
        var entries = new uint[Count];
        table.ForEachCode((symbol, code, length) =>
        {
            int size = symbol & 15;
            entries[IndexOf(symbol)] = (code << (size + CodeShift)) | (uint)(length + size);
        });
        return entries;
    }

    /// <summary>The index of a symbol: a run in the higher four bits, and the bits of the coefficient.</summary>
    public static int IndexOf(int symbol) => ((symbol >> 4) << RunShift) + ValueBits - (symbol & 15);
}
