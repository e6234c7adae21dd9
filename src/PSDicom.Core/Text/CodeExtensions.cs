using System;

namespace PSDicom.Text;

/// <summary>Decodes text in which escape sequences switch between sets (ISO 2022, PS3.5 section 6.1.2.5).</summary>
internal static class CodeExtensions
{
    private const int OnStack = 256;

    /// <summary>Decodes a value.</summary>
    /// <param name="bytes">The whole value.</param>
    /// <param name="initial">The set of the bytes from 80H at the start and after each delimiter.</param>
    /// <param name="vr">The value representation, which decides which characters are delimiters.</param>
    /// <param name="usesInitial">Whether there are bytes from 80H before any escape sequence for them.</param>
    public static string Decode(ReadOnlySpan<byte> bytes, GraphicSet initial, DicomVR vr, out bool usesInitial)
    {
        // No character takes less than a byte.
        Span<char> text = bytes.Length <= OnStack ? stackalloc char[OnStack] : new char[bytes.Length];
        int length = 0;
        GraphicSet? g0 = null;
        GraphicSet g1 = initial;
        bool isInitial = true;
        usesInitial = false;
        int position = 0;
        while (position < bytes.Length)
        {
            byte first = bytes[position];
            if (first == EscapeSequence.Escape)
            {
                GraphicSet? upper = null;
                int skipped = EscapeSequence.Designate(bytes.Slice(position), ref g0, ref upper);
                position += skipped;
                if (upper is not null)
                {
                    g1 = upper;
                    isInitial = false;
                }

                if (skipped > 0) continue;
            }

            int second = position + 1 < bytes.Length ? bytes[position + 1] : -1;
            if (first >= 0x80)
            {
                usesInitial |= isInitial;
                position += g1.Decode(first, second, out text[length++]);
            }
            else if (g0 is not null && IsGraphic(first) && IsPairOf(g0, second))
            {
                position += g0.Decode((byte)(first | 0x80), second | 0x80, out text[length++]);
            }
            else
            {
                position++;
                text[length++] = (char)first;
                if (!IsDelimiter(first, vr)) continue;
                g0 = null;
                g1 = initial;
                isInitial = true;
            }
        }

        return text.Slice(0, length).ToString();
    }

    // The first byte of an incomplete pair is read as ASCII: it is most often a delimiter that was written without
    // switching back first.
    private static bool IsPairOf(GraphicSet set, int second) => set is KatakanaSet || IsGraphic(second);

    private static bool IsGraphic(int code) => code is > 0x20 and < 0x7F;

    /// <summary>Whether a character resets the sets.</summary>
    public static bool IsDelimiter(byte character, DicomVR vr) => character switch
    {
        (byte)'\\' => vr.IsMultiValued,
        (byte)'^' or (byte)'=' => vr == DicomVR.PN,
        EscapeSequence.Escape => false,
        _ => character < ' ',
    };
}
