namespace PSDicom.Text;

/// <summary>A set that text can switch to, and the escape sequence for it (PS3.3 tables C.12-3 and C.12-4).</summary>
/// <param name="Set">The set.</param>
/// <param name="Sequence">The escape sequence, without the escape byte.</param>
/// <param name="IsG0">Whether it takes the place of ASCII.</param>
internal sealed record CodeDesignation(GraphicSet Set, string Sequence, bool IsG0)
{
    private const string Extension = "ISO 2022 IR ";

    /// <summary>The set of a term with code extensions; null for the default repertoire, and for terms without code extensions.</summary>
    public static CodeDesignation? Of(string term)
    {
        if (!term.StartsWith(Extension, System.StringComparison.Ordinal)) return null;
        return term.Substring(Extension.Length) switch
        {
            "100" => new(GraphicSets.Latin1, "-A", false),
            "101" => new(GraphicSets.Latin2, "-B", false),
            "109" => new(GraphicSets.Latin3, "-C", false),
            "110" => new(GraphicSets.Latin4, "-D", false),
            "144" => new(GraphicSets.Cyrillic, "-L", false),
            "127" => new(GraphicSets.Arabic, "-G", false),
            "126" => new(GraphicSets.Greek, "-F", false),
            "138" => new(GraphicSets.Hebrew, "-H", false),
            "148" => new(GraphicSets.Latin5, "-M", false),
            "203" => new(GraphicSets.Latin9, "-b", false),
            "166" => new(GraphicSets.Thai, "-T", false),
            "13" => new(GraphicSets.Katakana, ")I", false),
            "87" => new(GraphicSets.Jisx0208, "$B", true),
            "159" => new(GraphicSets.Jisx0212, "$(D", true),
            "149" => new(GraphicSets.Ksx1001, "$)C", false),
            "58" => new(GraphicSets.Gbk, "$)A", false),
            _ => null,
        };
    }

    /// <summary>Encodes a character; of the larger sets that Windows has under these names, only what the standard's set contains.</summary>
    public bool TryEncode(char character, out byte first, out int second) =>
        Set.TryEncode(character, out first, out second) && first >= 0xA0 && second is < 0 or >= 0xA1;
}
