using System;
using System.Text;

namespace PSDicom.Text;

/// <summary>
/// Text in UTF-8. The decoder of .NET allocates an array for every invalid sequence, which is much memory if a long value is no text; this
/// class allocates only the text.
/// </summary>
internal static class Utf8Text
{
    private static readonly Encoding Windows1252 = CodePage.Get(CodePage.Windows1252);

    /// <summary>Decodes bytes that are valid.</summary>
    public static bool TryDecode(ReadOnlySpan<byte> bytes, out string text)
    {
        bool isValid = CountValid(bytes) == bytes.Length;
        text = isValid ? TextBytes.GetString(Encoding.UTF8, bytes) : string.Empty;
        return isValid;
    }

    /// <summary>Whether only the end is invalid: the beginning of a character, whose last bytes are missing.</summary>
    public static bool IsCut(ReadOnlySpan<byte> bytes)
    {
        int valid = CountValid(bytes);
        if (valid == bytes.Length) return false;
        ReadOnlySpan<byte> rest = bytes.Slice(valid);
        return FindSequence(rest) == rest.Length;
    }

    /// <summary>Decodes with a windows-1252 character for each invalid byte.</summary>
    public static string DecodeWithWindows(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder(bytes.Length);
        while (!bytes.IsEmpty)
        {
            int valid = CountValid(bytes);
            text.Append(TextBytes.GetString(Encoding.UTF8, bytes.Slice(0, valid)));
            bytes = bytes.Slice(valid);
            int invalid = CountInvalid(bytes);
            text.Append(TextBytes.GetString(Windows1252, bytes.Slice(0, invalid)));
            bytes = bytes.Slice(invalid);
        }

        return text.ToString();
    }

    private static int CountValid(ReadOnlySpan<byte> bytes)
    {
        int count = 0;
        while (count < bytes.Length && CharacterLength(bytes.Slice(count)) is > 0 and int length) count += length;
        return count;
    }

    private static int CountInvalid(ReadOnlySpan<byte> bytes)
    {
        int count = 0;
        while (count < bytes.Length && CharacterLength(bytes.Slice(count)) == 0) count++;
        return count;
    }

    /// <summary>The length of the first character; 0 if it is invalid or incomplete.</summary>
    private static int CharacterLength(ReadOnlySpan<byte> bytes)
    {
        int expected = ExpectedLength(bytes[0]);
        return FindSequence(bytes) == expected ? expected : 0;
    }

    /// <summary>The number of bytes that a first byte declares; 0 if it cannot be a first byte.</summary>
    private static int ExpectedLength(byte first) => first switch
    {
        < 0x80 => 1,
        >= 0xC2 and <= 0xDF => 2,
        >= 0xE0 and <= 0xEF => 3,
        >= 0xF0 and <= 0xF4 => 4,
        _ => 0,
    };

    /// <summary>The number of the first bytes that can belong to one character (Unicode 3.9, table 3-7).</summary>
    private static int FindSequence(ReadOnlySpan<byte> bytes)
    {
        int expected = ExpectedLength(bytes[0]);
        if (expected < 2) return expected;
        if (bytes.Length < 2 || !IsSecond(bytes[0], bytes[1])) return 1;
        int length = 2;
        while (length < expected && length < bytes.Length && bytes[length] is >= 0x80 and <= 0xBF) length++;
        return length;
    }

    // Overlong forms, surrogates and codes beyond U+10FFFF are invalid.
    private static bool IsSecond(byte first, byte second) => first switch
    {
        0xE0 => second is >= 0xA0 and <= 0xBF,
        0xED => second is >= 0x80 and <= 0x9F,
        0xF0 => second is >= 0x90 and <= 0xBF,
        0xF4 => second is >= 0x80 and <= 0x8F,
        _ => second is >= 0x80 and <= 0xBF,
    };
}
