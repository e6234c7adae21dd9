using System;
using System.Text;

namespace PSDicom.Text;

/// <summary>An encoding of the whole text, without code extensions: UTF-8, GB18030, or a .NET encoding that is not in DICOM.</summary>
/// <param name="encoding">The encoding.</param>
/// <param name="mayBeUtf8">Whether UTF-8 in another encoding is read as UTF-8.</param>
internal sealed class WholeEncoding(Encoding encoding, bool mayBeUtf8)
{
    private readonly Lazy<Encoding> _tolerant = new(() => CodePage.Get(encoding.CodePage, new WindowsFallback()));

    private readonly bool _isUtf8 = encoding.CodePage == CodePage.Utf8;

    /// <summary>Decodes a value that has bytes from 80H or escape sequences.</summary>
    public string Decode(ReadOnlySpan<byte> bytes, DicomVR vr, out TextFault fault)
    {
        if (bytes.IndexOf(EscapeSequence.Escape) >= 0)
        {
            // Text has escape characters only for code extensions (PS3.5 section 6.1.3).
            string switched = CodeExtensions.Decode(bytes, GraphicSets.Latin1, vr, out bool isMixed);
            fault = TextFault.EscapeInWhole;
            if (!isMixed && switched.IndexOf((char)EscapeSequence.Escape) < 0) return switched;
        }

        fault = TextFault.None;
        if (IsValid(encoding, bytes, out string text)) return text;
        if (mayBeUtf8 && !_isUtf8 && IsValid(Encoding.UTF8, bytes, out string utf8))
        {
            fault = TextFault.Utf8InAnother;
            return utf8;
        }

        // Writers that limit values by bytes may cut the last character; then all others are valid.
        if (text.IndexOf('\uFFFD') >= text.Length - 1 && !IsSingleLetter(bytes))
        {
            fault = TextFault.Cut;
            return text;
        }

        fault = TextFault.NotValid;
        return TextBytes.GetString(_tolerant.Value, bytes);
    }

    /// <summary>Whether the bytes are valid in the encoding, and their text, with U+FFFD for invalid bytes.</summary>
    public static bool IsValid(Encoding encoding, ReadOnlySpan<byte> bytes, out string text)
    {
        text = TextBytes.GetString(encoding, bytes);
        return text.IndexOf('\uFFFD') < 0 || bytes.SequenceEqual(encoding.GetBytes(text));
    }

    /// <summary>A single byte from 80H is more likely a Latin-1 letter than the first third of a UTF-8 character.</summary>
    private bool IsSingleLetter(ReadOnlySpan<byte> bytes)
    {
        int count = 0;
        foreach (byte code in bytes) count += code >> 7;
        return _isUtf8 && count == 1;
    }
}
