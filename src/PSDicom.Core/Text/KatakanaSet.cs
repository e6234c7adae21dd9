namespace PSDicom.Text;

/// <summary>
/// The katakana of JIS X 0201 (ISO-IR 13). Its undefined codes are read as Shift JIS, which is what files with such codes contain.
/// </summary>
internal sealed class KatakanaSet : GraphicSet
{
    private static readonly DoubleByteSet ShiftJis = new(932, firstTrail: 0x40);

    public override int Decode(byte first, int second, out char character)
    {
        if (first is < 0xA1 or > 0xDF) return ShiftJis.Decode(first, second, out character);
        character = (char)('\uFF61' + first - 0xA1);
        return 1;
    }

    /// <inheritdoc/>
    public override bool TryEncode(char character, out byte first, out int second)
    {
        second = -1;
        first = (byte)(character - '\uFF61' + 0xA1);
        return character is >= '\uFF61' and <= '\uFF9F';
    }
}
