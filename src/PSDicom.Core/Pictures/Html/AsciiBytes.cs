using System;

namespace PSDicom.Pictures.Html;

/// <summary>
/// Encodes bytes as ASCII text for a script element: seven bits per character, highest bits first. Base64 has six. HTML does not change the text,
/// in any character set that contains ASCII.
/// </summary>
internal static class AsciiBytes
{
    /// <summary>The prefix of a character that HTML would change or parse as markup.</summary>
    private const byte Escape = 127;

    /// <summary>The bit that is inverted in an escaped character.</summary>
    private const byte Change = 64;

    private const int BitsOfCharacter = 7, BitsOfByte = 8;

    /// <summary>Encodes bytes.</summary>
    public static byte[] Encode(ReadOnlySpan<byte> bytes)
    {
        // On average one character in 26 is escaped, at worst every one.
        var text = new byte[checked((int)((((long)bytes.Length * BitsOfByte) + BitsOfCharacter - 1) / BitsOfCharacter * 2))];
        int length = 0, bits = 0, count = 0;
        foreach (byte value in bytes)
        {
            bits = (bits << BitsOfByte) | value;
            count += BitsOfByte;
            while (count >= BitsOfCharacter)
            {
                count -= BitsOfCharacter;
                Append((byte)((bits >> count) & 127));
            }

            bits &= 127;
        }

        if (count > 0) Append((byte)((bits << (BitsOfCharacter - count)) & 127));
        Array.Resize(ref text, length);
        return text;

        void Append(byte character)
        {
            if (IsChangedByHtml(character))
            {
                text[length++] = Escape;
                character ^= Change;
            }

            text[length++] = character;
        }
    }

    /// <summary>HTML replaces NUL and carriage returns, and &lt; may begin markup. Line feeds are escaped for transfers that change line ends.</summary>
    private static bool IsChangedByHtml(byte character) => character is 0 or (byte)'\n' or (byte)'\r' or (byte)'<' or Escape;
}
