using System;

namespace PSDicom.Text;

/// <summary>The escape sequences of PS3.3 tables C.12-3 and C.12-4, and others of ISO 2022 for the same sets.</summary>
internal static class EscapeSequence
{
    public const byte Escape = 0x1B;

    /// <summary>Applies the sequence at the start of <paramref name="bytes"/>.</summary>
    /// <param name="bytes">An escape byte and what follows it.</param>
    /// <param name="g0">The set of the bytes 21H to 7EH; null is ASCII, also for the romaji of JIS X 0201.</param>
    /// <param name="g1">The set of the bytes from 80H; unchanged if the sequence is for G0.</param>
    /// <returns>The length of the sequence; 0 if it is unknown.</returns>
    public static int Designate(ReadOnlySpan<byte> bytes, ref GraphicSet? g0, ref GraphicSet? g1)
    {
        byte At(ReadOnlySpan<byte> bytes, int index) => index < bytes.Length ? bytes[index] : (byte)0;
        byte kind = At(bytes, 1);
        byte final = At(bytes, 2);
        GraphicSet? set;
        switch (kind)
        {
            case (byte)'(' when final is (byte)'B' or (byte)'J':
                g0 = null;
                return 3;
            case (byte)'(' when final == 'I':
                g0 = GraphicSets.Katakana;
                return 3;
            case (byte)')' when final == 'I':
                g1 = GraphicSets.Katakana;
                return 3;
            case (byte)'-' when (set = SingleByte(final)) is not null:
                g1 = set;
                return 3;
            case (byte)'$' when final is (byte)'(' or (byte)')':
                if ((set = DoubleByte(At(bytes, 3))) is null) return 0;
                if (final == '(') g0 = set;
                else g1 = set;
                return 4;
            case (byte)'$' when final != 'C' && final != 'D' && (set = DoubleByte(final)) is not null:
                g0 = set;
                return 3;
            default:
                return 0;
        }
    }

    private static GraphicSet? SingleByte(byte final) => final switch
    {
        (byte)'A' => GraphicSets.Latin1,
        (byte)'B' => GraphicSets.Latin2,
        (byte)'C' => GraphicSets.Latin3,
        (byte)'D' => GraphicSets.Latin4,
        (byte)'F' => GraphicSets.Greek,
        (byte)'G' => GraphicSets.Arabic,
        (byte)'H' => GraphicSets.Hebrew,
        (byte)'L' => GraphicSets.Cyrillic,
        (byte)'M' => GraphicSets.Latin5,
        (byte)'T' => GraphicSets.Thai,
        (byte)'b' => GraphicSets.Latin9,
        _ => null,
    };

    private static GraphicSet? DoubleByte(byte final) => final switch
    {
        (byte)'A' => GraphicSets.Gbk,
        (byte)'B' or (byte)'@' => GraphicSets.Jisx0208, // @ is its edition of 1978
        (byte)'C' => GraphicSets.Ksx1001,
        (byte)'D' => GraphicSets.Jisx0212,
        _ => null,
    };
}
