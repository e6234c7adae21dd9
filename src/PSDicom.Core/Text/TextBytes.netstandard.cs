using System;
using System.Text;

namespace PSDicom.Text;

/// <summary>Fast operations on bytes of text, for .NET Standard 2.0.</summary>
internal static class TextBytes
{
    /// <summary>Whether the bytes mean the same in every character set: ASCII, and no escape sequence.</summary>
    public static bool ArePlain(ReadOnlySpan<byte> bytes)
    {
        foreach (byte code in bytes)
        {
            if (code is >= 0x80 or EscapeSequence.Escape) return false;
        }

        return true;
    }

    /// <summary>Copies bytes of ASCII to characters.</summary>
    public static void Widen(ReadOnlySpan<byte> bytes, Span<char> characters)
    {
        for (int i = 0; i < bytes.Length; i++) characters[i] = (char)bytes[i];
    }

    public static unsafe string GetString(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty) return string.Empty;
        fixed (byte* start = bytes) return encoding.GetString(start, bytes.Length);
    }
}
