using System;

namespace PSDicom.Codecs.Jpeg.Encoding;

/// <summary>
/// The codes of a table (T.81 C.2), for writing a code and its additional bits at once. The index of a symbol uses the leading zeros of the
/// 64-bit value. An entry has the length of both in its lowest 5 bits; above them is the code, followed by a 0 bit for each additional bit.
/// </summary>
internal static class HuffmanCodes
{
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

    /// <param name="isAc">Whether it is a table of AC coefficients.</param>
    /// <param name="selector">The table of <see cref="StandardHuffmanTables"/>.</param>
    public static uint[] Make(bool isAc, int selector)
    {
        ReadOnlySpan<byte> counts = StandardHuffmanTables.Counts(isAc, selector), symbols = StandardHuffmanTables.Symbols(isAc, selector);
        var entries = new uint[SixteenZeros + 1];
        uint code = 0;
        int index = 0;
        for (int length = 1; length <= counts.Length; length++, code <<= 1)
        {
            for (int i = 0; i < counts[length - 1]; i++, code++, index++)
            {
                int run = symbols[index] >> 4, size = symbols[index] & 15;
                entries[(run << RunShift) + ValueBits - size] = (code << (size + CodeShift)) | (uint)(length + size);
            }
        }

        return entries;
    }
}
