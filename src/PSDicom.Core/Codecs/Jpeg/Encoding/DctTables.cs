using System.Linq;

namespace PSDicom.Codecs.Jpeg.Encoding;

/// <summary>The Huffman tables of luminance, or of chrominance.</summary>
/// <param name="dc">The table of DC coefficients.</param>
/// <param name="ac">The table of AC coefficients.</param>
internal sealed class DctTables(HuffmanSpecification dc, HuffmanSpecification ac)
{
    /// <summary>The table of DC coefficients.</summary>
    public HuffmanSpecification Dc { get; } = dc;

    /// <summary>The table of AC coefficients.</summary>
    public HuffmanSpecification Ac { get; } = ac;

    /// <summary>The tables of T.81 K.3, by their selector.</summary>
    public static DctTables[] Standard(int components) =>
        [.. Enumerable.Range(0, components == 1 ? 1 : 2).Select(selector => new DctTables(
            HuffmanSpecification.Standard(isAc: false, selector), HuffmanSpecification.Standard(isAc: true, selector)))];
}
