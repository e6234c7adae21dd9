using System;
using System.Buffers;
using System.Linq;
using System.Text;

namespace PSDicom.Text;

/// <summary>Fast operations on bytes of text, for .NET 8.</summary>
internal static class TextBytes
{
    private static readonly SearchValues<byte> Plain =
        SearchValues.Create([.. Enumerable.Range(0, 0x80).Where(code => code != EscapeSequence.Escape).Select(code => (byte)code)]);

    /// <summary>Whether the bytes mean the same in every character set: ASCII, and no escape sequence.</summary>
    public static bool ArePlain(ReadOnlySpan<byte> bytes) => !bytes.ContainsAnyExcept(Plain);

    /// <summary>Copies bytes of ASCII to characters.</summary>
    public static void Widen(ReadOnlySpan<byte> bytes, Span<char> characters) => Encoding.Latin1.GetChars(bytes, characters);

    public static string GetString(Encoding encoding, ReadOnlySpan<byte> bytes) => encoding.GetString(bytes);
}
