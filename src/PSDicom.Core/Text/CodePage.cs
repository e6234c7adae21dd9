using System.Text;

namespace PSDicom.Text;

/// <summary>The encodings of .NET, without registering any for the whole process.</summary>
internal static class CodePage
{
    public const int Latin1 = 28591;
    public const int Windows1252 = 1252;
    public const int Utf8 = 65001;
    public const int Gbk = 936;
    public const int Gb18030 = 54936;

    private static readonly DecoderReplacementFallback Replacement = new("\uFFFD");

    /// <summary>The encoding of a code page.</summary>
    /// <param name="number">The code page.</param>
    /// <param name="fallback">The replacement of invalid bytes; U+FFFD if null.</param>
    public static Encoding Get(int number, DecoderFallback? fallback = null) =>
        CodePagesEncodingProvider.Instance.GetEncoding(number, EncoderFallback.ReplacementFallback, fallback ?? Replacement)
        ?? Encoding.GetEncoding(number, EncoderFallback.ReplacementFallback, fallback ?? Replacement);

    /// <summary>Finds an encoding by its .NET name.</summary>
    /// <param name="name">The name.</param>
    /// <param name="allowsNumber">Whether the number of a code page is a name.</param>
    /// <returns>The encoding; null if there is none or it does not contain ASCII.</returns>
    public static Encoding? Find(string name, bool allowsNumber)
    {
        EncodingProvider provider = CodePagesEncodingProvider.Instance;
        Encoding? encoding = allowsNumber && ushort.TryParse(name, out ushort number)
            ? provider.GetEncoding(number, EncoderFallback.ReplacementFallback, Replacement)
            : provider.GetEncoding(name, EncoderFallback.ReplacementFallback, Replacement);
        return encoding is not null && KeepsAscii(encoding) ? encoding : null;
    }

    // EBCDIC and the like would turn delimiters into something else.
    private static bool KeepsAscii(Encoding encoding)
    {
        var ascii = new byte[0x5F];
        for (int i = 0; i < ascii.Length; i++) ascii[i] = (byte)(' ' + i);
        return encoding.GetString(ascii) == Encoding.ASCII.GetString(ascii);
    }
}
