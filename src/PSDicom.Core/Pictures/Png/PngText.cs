using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace PSDicom.Pictures.Png;

/// <summary>Text in a PNG file (PNG, third edition, section 11.3.3): <c>tEXt</c> if it is Latin-1, else <c>iTXt</c>.</summary>
internal static class PngText
{
    private const int MaxKeyword = 79;

    public static void Write(PngChunks chunks, IEnumerable<KeyValuePair<string, string>> texts)
    {
        foreach (KeyValuePair<string, string> text in texts)
        {
            byte[] keyword = Latin1(Keyword(text.Key));
            string value = text.Value.Replace("\r\n", "\n").Replace('\r', '\n').Replace("\0", "");
            bool isLatin1 = value.All(letter => letter == '\n' || IsPrintable(letter));
            byte[] data = isLatin1
                ? [.. keyword, 0, .. Latin1(value)]
                : [.. keyword, .. UncompressedNoLanguage, .. Encoding.UTF8.GetBytes(value)];
            chunks.Write(isLatin1 ? "tEXt"u8 : "iTXt"u8, new ArraySegment<byte>(data));
        }
    }

    // Keyword terminator, compression flag and method, empty language tag and empty translated keyword with their terminators.
    private static ReadOnlySpan<byte> UncompressedNoLanguage => [0, 0, 0, 0, 0];

    /// <summary>Makes a valid keyword: 1 to 79 printable characters, no leading, trailing or consecutive spaces.</summary>
    private static string Keyword(string keyword)
    {
        var letters = new StringBuilder();
        foreach (char letter in keyword)
        {
            char allowed = IsPrintable(letter) && letter != '\u00A0' ? letter : ' ';
            if (allowed != ' ' || (letters.Length > 0 && letters[letters.Length - 1] != ' ')) letters.Append(allowed);
        }

        if (letters.Length > MaxKeyword) letters.Length = MaxKeyword;
        string trimmed = letters.ToString().TrimEnd();
        return trimmed.Length > 0 ? trimmed : "Comment";
    }

    private static bool IsPrintable(char letter) => letter is (>= ' ' and <= '~') or (>= '\u00A0' and <= '\u00FF');

    private static byte[] Latin1(string text) => Array.ConvertAll(text.ToCharArray(), letter => (byte)letter);
}
