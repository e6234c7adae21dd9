namespace PSDicom.Core.Tests.Codecs.Jpeg;

/// <summary>A Huffman table for tests, with short, medium and maximum code lengths, so that all lookups are tested.</summary>
internal sealed class HuffmanCode
{
    private readonly Dictionary<byte, (int Code, int Length)> _codes = [];

    /// <summary>Symbols are 0 and up, the lowest with the shortest codes.</summary>
    private HuffmanCode(byte[] counts, int symbols)
    {
        Counts = counts;
        Symbols = Enumerable.Range(0, symbols).Select(i => (byte)i).ToArray();
        int code = 0, index = 0;
        for (int length = 1; length <= 16; length++, code <<= 1)
        {
            for (int i = 0; i < counts[length - 1]; i++) _codes[Symbols[index++]] = (code++, length);
        }
    }

    /// <summary>Categories 0 to 16 of differences.</summary>
    public static HuffmanCode Dc { get; } = new([0, 0, 4, 0, 8, 0, 0, 0, 0, 0, 0, 5, 0, 0, 0, 0], 17);

    /// <summary>The same without category 16, which some 16-bit encoders omit.</summary>
    public static HuffmanCode DcWithout16 { get; } = new([0, 0, 4, 0, 8, 0, 0, 4, 0, 0, 0, 0, 0, 0, 0, 0], 16);

    /// <summary>Every run and size.</summary>
    public static HuffmanCode Ac { get; } = new([0, 0, 0, 0, 0, 0, 0, 128, 100, 0, 0, 0, 0, 0, 0, 28], 256);

    public byte[] Counts { get; }

    public byte[] Symbols { get; }

    public (int Code, int Length) this[int symbol] => _codes[(byte)symbol];
}
