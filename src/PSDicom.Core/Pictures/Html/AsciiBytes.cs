using System;

namespace PSDicom.Pictures.Html;

/// <summary>
/// Bytes as ASCII text that HTML keeps as it is within a script element, whatever the character set of the page: seven bits a character, the highest
/// first. Base64 has six.
/// </summary>
internal static class AsciiBytes
{
    /// <summary>Comes before a character that HTML would change or take for markup, which is then another one.</summary>
    private const byte Escape = 127;

    /// <summary>What is changed of a character that is escaped.</summary>
    private const byte Change = 64;

    private const int BitsOfCharacter = 7, BitsOfByte = 8;

    /// <summary>Writes bytes as text.</summary>
    public static byte[] Encode(ReadOnlySpan<byte> bytes)
    {
        // A character in thirty is escaped as a rule; the worst is that each is.
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

    /// <summary>NUL is replaced, carriage returns become line feeds, and &lt; may begin markup.</summary>
    private static bool IsChangedByHtml(byte character) => character is 0 or (byte)'\n' or (byte)'\r' or (byte)'<' or Escape;
}
