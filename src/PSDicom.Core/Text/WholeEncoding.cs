using System;
using System.Text;

namespace PSDicom.Text;

/// <summary>An encoding of the whole text, without code extensions: UTF-8, GB18030, or a .NET encoding that is not in DICOM.</summary>
/// <param name="encoding">The encoding.</param>
/// <param name="mayBeUtf8">Whether UTF-8 in another encoding is read as UTF-8.</param>
internal sealed class WholeEncoding(Encoding encoding, bool mayBeUtf8)
{
    private const char Replacement = '\uFFFD';

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
        return _isUtf8 ? DecodeUtf8(bytes, out fault) : DecodeOther(bytes, out fault);
    }

    private static string DecodeUtf8(ReadOnlySpan<byte> bytes, out TextFault fault)
    {
        fault = TextFault.None;
        if (Utf8Text.TryDecode(bytes, out string text)) return text;

        // Writers that limit values by bytes may cut the last character; then all others are valid.
        fault = Utf8Text.IsCut(bytes) && !IsSingleLetter(bytes) ? TextFault.Cut : TextFault.NotValid;
        return fault == TextFault.Cut ? TextBytes.GetString(Encoding.UTF8, bytes) : Utf8Text.DecodeWithWindows(bytes);
    }

    private string DecodeOther(ReadOnlySpan<byte> bytes, out TextFault fault)
    {
        fault = TextFault.None;
        string text = TextBytes.GetString(encoding, bytes);
        if (text.IndexOf(Replacement) < 0 || bytes.SequenceEqual(encoding.GetBytes(text))) return text;
        if (mayBeUtf8 && Utf8Text.TryDecode(bytes, out string utf8))
        {
            fault = TextFault.Utf8InAnother;
            return utf8;
        }

        fault = text.IndexOf(Replacement) >= text.Length - 1 ? TextFault.Cut : TextFault.NotValid;
        return fault == TextFault.Cut ? text : TextBytes.GetString(_tolerant.Value, bytes);
    }

    /// <summary>A single byte from 80H is more likely a Latin-1 letter than the first third of a UTF-8 character.</summary>
    private static bool IsSingleLetter(ReadOnlySpan<byte> bytes)
    {
        int count = 0;
        foreach (byte code in bytes) count += code >> 7;
        return count == 1;
    }
}
