using System.Globalization;
using System.Text;

namespace PSDicom;

/// <summary>
/// Makes text safe to show: a control character, one that changes the direction of text, or an invisible one is replaced by its code point,
/// such as &lt;U+001B&gt;. It is at the root because exceptions and warnings need it; other code uses <c>PlainText</c>.
/// </summary>
internal static class VisibleText
{
    /// <summary>Scripts from Hebrew on, and emoji, use joiners between characters; scripts before do not.</summary>
    private const int FirstJoined = 0x0590;

    private const int FirstSelected = 0x00A0;
    private const int None = 0;

    /// <summary>The text, with code points in place of characters that must not be shown.</summary>
    public static string Of(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] is >= ' ' and <= '~') continue;
            if (IsShown(text, ref i)) continue;
            return Replace(text);
        }

        return text;
    }

    /// <summary>Whether a code point is safe to show next to any other.</summary>
    public static bool IsAlwaysShown(int codePoint)
    {
        if (codePoint is >= ' ' and <= '~') return true;
        if (IsJoiner(codePoint) || IsSelector(codePoint) || IsFiller(codePoint)) return false;
        return CategoryOf(codePoint) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
    }

    private static string Replace(string text)
    {
        var shown = new StringBuilder(text.Length + 16);
        for (int i = 0; i < text.Length; i++)
        {
            int start = i;
            if (IsShown(text, ref i)) shown.Append(text, start, i + 1 - start);
            else shown.Append("<U+").Append(At(text, start).ToString("X4", CultureInfo.InvariantCulture)).Append('>');
        }

        return shown.ToString();
    }

    /// <param name="text">The text.</param>
    /// <param name="i">The start of the character; on return, its end.</param>
    private static bool IsShown(string text, ref int i)
    {
        int codePoint = At(text, i);
        int before = Before(text, i);
        if (codePoint > char.MaxValue) i++;
        if (IsAlwaysShown(codePoint)) return true;
        if (IsJoiner(codePoint)) return IsJoined(before) && i + 1 < text.Length && IsJoined(At(text, i + 1));
        return IsSelector(codePoint) && before >= FirstSelected && IsAlwaysShown(before);
    }

    private static bool IsJoined(int neighbor) => neighbor >= FirstJoined && (IsAlwaysShown(neighbor) || IsSelector(neighbor));

    private static bool IsJoiner(int codePoint) => codePoint is 0x200C or 0x200D;

    /// <summary>Variation selectors choose the form of the character before them; without one they only hide data.</summary>
    private static bool IsSelector(int codePoint) =>
        codePoint is (>= 0xFE00 and <= 0xFE0F) or (>= 0x180B and <= 0x180F and not 0x180E) or (>= 0xE0100 and <= 0xE01EF);

    /// <summary>Invisible characters that not every runtime has in its category of format characters.</summary>
    private static bool IsFiller(int codePoint) => codePoint is 0x00AD or 0x034F or 0x061C or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or 0x180E
        or (>= 0x200B and <= 0x200F) or (>= 0x2028 and <= 0x202E) or (>= 0x2060 and <= 0x206F)
        or 0x2800 or 0x3164 or 0xFEFF or 0xFFA0 or (>= 0xFFF0 and <= 0xFFFB) or (>= 0xE0000 and <= 0xE0FFF);

    private static UnicodeCategory CategoryOf(int codePoint) => codePoint <= char.MaxValue
        ? CharUnicodeInfo.GetUnicodeCategory((char)codePoint)
        : CharUnicodeInfo.GetUnicodeCategory(char.ConvertFromUtf32(codePoint), 0);

    private static int At(string text, int i) => char.IsSurrogatePair(text, i) ? char.ConvertToUtf32(text, i) : text[i];

    private static int Before(string text, int i) =>
        i == 0 ? None : i > 1 && char.IsSurrogatePair(text, i - 2) ? char.ConvertToUtf32(text, i - 2) : text[i - 1];
}
