namespace PSDicom.Codecs.Jpeg.Encoding;

/// <summary>
/// The codes of the differences of lossless JPEG (T.81 H.1.2.2), by category. An entry has the length of code and additional bits in its
/// lowest 16 bits; above them the mask of the additional bits; in the upper half the code, followed by a 0 bit for each additional bit.
/// </summary>
internal static class DifferenceCodes
{
    /// <summary>The number of categories: that of 0, those of 1 to 15 bits, and that of 32768, which has no additional bits.</summary>
    public const int Count = 17;

    /// <summary>The shift of the mask in an entry.</summary>
    public const int MaskShift = 16;

    /// <summary>The shift of the code in an entry.</summary>
    public const int CodeShift = 32;

    /// <summary>
    /// The maximum length of a code: with at most 15 additional bits two differences fit into the bits that a writer holds. Only categories
    /// of less than one in 4096 get shorter codes than they would otherwise.
    /// </summary>
    public const int MaxLength = 12;

    /// <summary>The number of additional bits of a category.</summary>
    public static int BitsOf(int category) => category == Count - 1 ? 0 : category;

    /// <summary>Makes the entries of a table.</summary>
    public static ulong[] Make(HuffmanSpecification table)
    {
        var entries = new ulong[Count];
        table.ForEachCode((category, code, length) =>
        {
            int bits = BitsOf(category);
            entries[category] = ((ulong)code << (bits + CodeShift)) | ((ulong)((1u << bits) - 1) << MaskShift) | (uint)(length + bits);
        });
        return entries;
    }
}
