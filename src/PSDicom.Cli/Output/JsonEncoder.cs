using System;
using System.Text.Encodings.Web;
using PSDicom.Text;

namespace PSDicom.Cli.Output;

/// <summary>
/// Escapes in JSON, besides what JSON needs, characters that are unsafe in a terminal or invisible; letters of all scripts stay letters. A
/// JSON reader gets the original text.
/// </summary>
internal sealed unsafe class JsonEncoder : JavaScriptEncoder
{
    private static readonly JavaScriptEncoder Relaxed = UnsafeRelaxedJsonEscaping;

    public override int MaxOutputCharactersPerInputCharacter => Relaxed.MaxOutputCharactersPerInputCharacter;

    public override bool WillEncode(int unicodeScalar) => Relaxed.WillEncode(unicodeScalar) || !PlainText.IsPlain(unicodeScalar);

    public override int FindFirstCharacterToEncode(char* text, int textLength)
    {
        var characters = new ReadOnlySpan<char>(text, textLength);
        if (!characters.ContainsAnyExceptInRange(' ', '~')) return Relaxed.FindFirstCharacterToEncode(text, textLength);
        for (int i = 0; i < characters.Length; i++)
        {
            bool isPair = char.IsHighSurrogate(characters[i]) && i + 1 < characters.Length && char.IsLowSurrogate(characters[i + 1]);
            if (WillEncode(isPair ? char.ConvertToUtf32(characters[i], characters[i + 1]) : characters[i])) return i;
            if (isPair) i++;
        }

        return -1;
    }

    public override int FindFirstCharacterToEncodeUtf8(ReadOnlySpan<byte> utf8Text) => utf8Text.ContainsAnyExceptInRange((byte)' ', (byte)'~')
        ? base.FindFirstCharacterToEncodeUtf8(utf8Text)
        : Relaxed.FindFirstCharacterToEncodeUtf8(utf8Text);

    public override bool TryEncodeUnicodeScalar(int unicodeScalar, char* buffer, int bufferLength, out int numberOfCharactersWritten)
    {
        if (Relaxed.WillEncode(unicodeScalar))
            return Relaxed.TryEncodeUnicodeScalar(unicodeScalar, buffer, bufferLength, out numberOfCharactersWritten);
        return Default.TryEncodeUnicodeScalar(unicodeScalar, buffer, bufferLength, out numberOfCharactersWritten);
    }
}
