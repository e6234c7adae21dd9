using System;

namespace PSDicom.Text;

/// <summary>Decodes text in sets of ISO 2022, with or without code extensions; wrong text is read as its writer most likely meant it.</summary>
/// <param name="initial">The set of the bytes from 80H before any escape sequence; null if none is declared.</param>
/// <param name="needsEscape">Whether an escape sequence should nevertheless precede it.</param>
/// <param name="mayBeUtf8">Whether UTF-8 in another set is read as UTF-8.</param>
internal sealed class ExtensibleSet(GraphicSet? initial, bool needsEscape, bool mayBeUtf8)
{
    /// <summary>Decodes a value that has bytes from 80H or escape sequences.</summary>
    public string Decode(ReadOnlySpan<byte> bytes, DicomVR vr, out TextFault fault)
    {
        bool hasEscape = bytes.IndexOf(EscapeSequence.Escape) >= 0;
        if (initial is null && !hasEscape && Utf8Text.TryDecode(bytes, out string utf8))
        {
            fault = TextFault.UndeclaredAsUtf8;
            return utf8;
        }

        GraphicSet set = initial ?? GraphicSets.Latin1;
        string text = CodeExtensions.Decode(bytes, set, vr, out bool usesInitial);
        fault = IsMeaningless(text) ? TextFault.Meaningless : usesInitial && needsEscape ? TextFault.WithoutEscape : TextFault.None;
        if (mayBeUtf8 && !hasEscape && (fault == TextFault.Meaningless || IsUnlikely(bytes, set)) && Utf8Text.TryDecode(bytes, out utf8))
        {
            fault = TextFault.Utf8InAnother;
            return utf8;
        }

        if (!hasEscape && set is SingleByteSet { Windows: { } windows } && HasControls(bytes))
        {
            fault = TextFault.WindowsInIso;
            text = CodeExtensions.Decode(bytes, windows, vr, out _);
        }

        if (initial is null && usesInitial) fault = TextFault.UndeclaredAsLatin1;
        return text;
    }

    /// <summary>Whether there is an undefined code, an unknown escape sequence or a control character of ISO 6429.</summary>
    private static bool IsMeaningless(string text)
    {
        foreach (char character in text)
        {
            if (character is '\uFFFD' or (char)EscapeSequence.Escape or (>= '\u0080' and <= '\u009F')) return true;
        }

        return false;
    }

    /// <summary>
    /// Whether there is a first byte of a UTF-8 character that is unlikely in Latin-1 before a continuation byte: A with a circumflex or
    /// a tilde, or any lowercase letter, before a symbol. Other capitals may precede a symbol, such as the trademark sign.
    /// </summary>
    private static bool IsUnlikely(ReadOnlySpan<byte> bytes, GraphicSet set)
    {
        if (set != GraphicSets.Latin1 && set != GraphicSets.Latin5 && set != GraphicSets.Latin9) return false;
        foreach (byte code in bytes)
        {
            if (code is 0xC2 or 0xC3 or >= 0xE0) return true;
        }

        return false;
    }

    private static bool HasControls(ReadOnlySpan<byte> bytes)
    {
        foreach (byte code in bytes)
        {
            if (code is >= 0x80 and <= 0x9F) return true;
        }

        return false;
    }
}
