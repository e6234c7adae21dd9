namespace PSDicom.Codecs.Deflate;

/// <summary>The symbols for bytes, and for lengths and distances of repeats (RFC 1951 section 3.2.5).</summary>
internal static class DeflateSymbols
{
    /// <summary>Literals, the end of a block, and lengths.</summary>
    public const int Literals = 286;

    public const int Distances = 30;
    public const int EndOfBlock = 256;
    public const int LongestRepeat = 258;

    /// <summary>The farthest that a repeat goes back.</summary>
    public const int Window = 32768;

    private const int FirstLength = 257;
    private const int ShortestRepeat = 3;

    private static readonly byte[] LengthSymbols = MakeLengthSymbols();

    /// <summary>The symbol of a length, its value and number of extra bits.</summary>
    public static (int Symbol, int Extra, int ExtraBits) OfLength(int length)
    {
        int symbol = LengthSymbols[length];
        (int extraBits, int shortest) = DescribeLength(symbol);
        return (FirstLength + symbol, length - shortest, extraBits);
    }

    /// <summary>The symbol of a distance, its value and number of extra bits: two symbols for each power of 2.</summary>
    public static (int Symbol, int Extra, int ExtraBits) OfDistance(int distance)
    {
        int zeroBased = distance - 1, bits = 0;
        if (zeroBased < 4) return (zeroBased, 0, 0);
        for (int rest = zeroBased >> 2; rest > 0; rest >>= 1) bits++;
        return ((bits * 2) + (zeroBased >> bits), zeroBased & ((1 << bits) - 1), bits);
    }

    private static (int ExtraBits, int Shortest) DescribeLength(int symbol)
    {
        if (symbol == 28) return (0, LongestRepeat);
        if (symbol < 8) return (0, ShortestRepeat + symbol);
        int bits = (symbol >> 2) - 1;
        return (bits, ShortestRepeat + ((4 + (symbol & 3)) << bits));
    }

    private static byte[] MakeLengthSymbols()
    {
        var symbols = new byte[LongestRepeat + 1];
        for (int symbol = 0; symbol <= 28; symbol++)
            for (int length = DescribeLength(symbol).Shortest; length <= LongestRepeat; length++) symbols[length] = (byte)symbol;
        return symbols;
    }
}
