namespace PSDicom.Codecs.Deflate;

/// <summary>The symbols of bytes, lengths and distances (RFC 1951 section 3.2.5).</summary>
internal static class DeflateSymbols
{
    /// <summary>The number of literal and length symbols, with the end of a block.</summary>
    public const int Literals = 286;

    public const int Distances = 30;
    public const int EndOfBlock = 256;
    public const int MaxRepeat = 258;

    /// <summary>The maximum distance of a repeat.</summary>
    public const int Window = 32768;

    private const int FirstLength = 257;
    private const int MinRepeat = 3;

    private static readonly byte[] LengthSymbols = MakeLengthSymbols();

    /// <summary>The symbol of a length, with its extra bits and their number.</summary>
    public static (int Symbol, int Extra, int ExtraBits) OfLength(int length)
    {
        int symbol = LengthSymbols[length];
        (int extraBits, int shortest) = DescribeLength(symbol);
        return (FirstLength + symbol, length - shortest, extraBits);
    }

    /// <summary>The symbol of a distance, with its extra bits and their number. Each power of 2 has two symbols.</summary>
    public static (int Symbol, int Extra, int ExtraBits) OfDistance(int distance)
    {
        int zeroBased = distance - 1, bits = 0;
        if (zeroBased < 4) return (zeroBased, 0, 0);
        for (int rest = zeroBased >> 2; rest > 0; rest >>= 1) bits++;
        return ((bits * 2) + (zeroBased >> bits), zeroBased & ((1 << bits) - 1), bits);
    }

    private static (int ExtraBits, int Shortest) DescribeLength(int symbol)
    {
        if (symbol == 28) return (0, MaxRepeat);
        if (symbol < 8) return (0, MinRepeat + symbol);
        int bits = (symbol >> 2) - 1;
        return (bits, MinRepeat + ((4 + (symbol & 3)) << bits));
    }

    private static byte[] MakeLengthSymbols()
    {
        var symbols = new byte[MaxRepeat + 1];
        for (int symbol = 0; symbol <= 28; symbol++)
            for (int length = DescribeLength(symbol).Shortest; length <= MaxRepeat; length++) symbols[length] = (byte)symbol;
        return symbols;
    }
}
