using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace PSDicom.Text;

/// <summary>Encodes text in sets of ISO 2022, with code extensions where they are declared (PS3.5 section 6.1.2.5).</summary>
/// <param name="initial">The set of the bytes from 80H at the start and after each delimiter; null if there is none.</param>
/// <param name="initialName">The term of the initial set.</param>
/// <param name="extensions">The sets that text may switch to.</param>
internal sealed class CodeExtensionEncoder(GraphicSet? initial, string? initialName, IReadOnlyList<CodeDesignation> extensions)
{
    private const string ToAscii = "(B";

    /// <summary>Encodes a value.</summary>
    /// <returns>The bytes; null if a character is in none of the sets.</returns>
    public byte[]? Encode(string text, DicomVR vr)
    {
        var bytes = new MemoryStream();
        CodeDesignation? g0 = null;
        GraphicSet? g1 = initial;
        foreach (char character in text)
        {
            if (character < 0x80)
            {
                // Also before delimiters, which reset everything (PS3.5 section 6.1.2.5.3).
                if (g0 is not null) Escape(bytes, ToAscii);
                g0 = null;
                bytes.WriteByte((byte)character);
                if (CodeExtensions.IsDelimiter((byte)character, vr)) g1 = initial;
                continue;
            }

            if (g1 is not null && TryEncode(g1, character, out byte first, out int second))
            {
                Write(bytes, first, second);
                continue;
            }

            if (extensions.FirstOrDefault(extension => extension.TryEncode(character, out _, out _)) is not { } wanted) return null;
            _ = wanted.TryEncode(character, out first, out second);
            if (wanted.IsG0)
            {
                if (g0 != wanted) Escape(bytes, wanted.Sequence);
                g0 = wanted;
                Write(bytes, (byte)(first & 0x7F), second & 0x7F);
                continue;
            }

            Escape(bytes, wanted.Sequence);
            g1 = wanted.Set;
            Write(bytes, first, second);
        }

        if (g0 is not null) Escape(bytes, ToAscii);
        return bytes.ToArray();
    }

    private bool TryEncode(GraphicSet set, char character, out byte first, out int second)
    {
        if (set == initial && initialName is "GBK") return set.TryEncode(character, out first, out second);
        return set.TryEncode(character, out first, out second) && first >= 0xA0 && second is < 0 or >= 0xA1;
    }

    private static void Escape(MemoryStream bytes, string sequence)
    {
        bytes.WriteByte(EscapeSequence.Escape);
        foreach (char character in sequence) bytes.WriteByte((byte)character);
    }

    private static void Write(MemoryStream bytes, byte first, int second)
    {
        bytes.WriteByte(first);
        if (second >= 0) bytes.WriteByte((byte)second);
    }
}
