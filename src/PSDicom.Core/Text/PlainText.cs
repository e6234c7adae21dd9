using System;
using System.Linq;

namespace PSDicom.Text;

/// <summary>
/// Text that is safe to show on a terminal or elsewhere: control characters can be terminal commands, others change the direction of text or
/// are invisible. All text that is shown goes through here; values, JSON and data files do not.
/// </summary>
public static class PlainText
{
    private static readonly char[] Breaks = ['\n', '\t'];

    /// <summary>
    /// A message, a path or a name. Each unsafe or invisible character is replaced by its code point, such as &lt;U+001B&gt;.
    /// </summary>
    public static string Of(string text) => VisibleText.Of(text ?? throw new ArgumentNullException(nameof(text)));

    /// <summary>A value on one line: as <see cref="Of"/>, but with spaces for line breaks and tabs.</summary>
    public static string OfValue(string text)
    {
        if (text is null) throw new ArgumentNullException(nameof(text));
        if (text.IndexOfAny(Breaks) >= 0) text = text.Replace("\r\n", "  ").Replace('\n', ' ').Replace('\t', ' ');
        return VisibleText.Of(text);
    }

    /// <summary>A value on several lines: as <see cref="Of"/>, but line breaks and tabs stay. The same string if nothing changes.</summary>
    public static string OfLines(string text)
    {
        if (text is null) throw new ArgumentNullException(nameof(text));
        if (ReferenceEquals(VisibleText.Of(text), text) || text.IndexOfAny(Breaks) < 0) return VisibleText.Of(text);
        string lines = string.Join("\n", text.Replace("\r\n", "\n").Split('\n').Select(line => string.Join("\t", line.Split('\t').Select(VisibleText.Of))));
        return lines == text ? text : lines;
    }

    /// <summary>Whether a code point is safe to show next to any other.</summary>
    /// <param name="codePoint">A code point of Unicode.</param>
    public static bool IsPlain(int codePoint) => VisibleText.IsAlwaysShown(codePoint);

    /// <summary>The start of the text, as far as it fits, with an ellipsis if it is cut.</summary>
    public static string Cut(string text, int columns)
    {
        if (text is null) throw new ArgumentNullException(nameof(text));
        int used = 0, fitting = 0;
        for (int i = 0; i < text.Length; i++)
        {
            used += ColumnsOf(text[i]);
            if (used > columns) return columns < 1 ? string.Empty : text.Substring(0, fitting) + "…";
            if (used < columns) fitting = char.IsHighSurrogate(text[i]) ? fitting : i + 1;
        }

        return text;
    }

    /// <summary>The end of the text, as far as it fits, with an ellipsis if it is cut: the file name of a long path.</summary>
    public static string CutStart(string text, int columns)
    {
        if (text is null) throw new ArgumentNullException(nameof(text));
        int used = 0, start = text.Length;
        for (int i = text.Length - 1; i >= 0; i--)
        {
            used += ColumnsOf(text[i]);
            if (used > columns) return columns < 1 ? string.Empty : "…" + text.Substring(start);
            if (used < columns && !char.IsLowSurrogate(text[i])) start = i;
        }

        return text;
    }

    /// <summary>The width of the text on a terminal, in columns.</summary>
    public static int Width(string text)
    {
        if (text is null) throw new ArgumentNullException(nameof(text));
        int width = 0;
        foreach (char character in text) width += ColumnsOf(character);
        return width;
    }

    /// <summary>The text, padded with spaces.</summary>
    public static string Pad(string text, int columns) => text + new string(' ', Math.Max(0, columns - Width(text)));

    // East Asian characters take two columns, combining marks none. Each half of a surrogate pair counts as one.
    private static int ColumnsOf(char character) => character switch
    {
        < '\u0300' => 1,
        <= '\u036F' or '\u200B' or '\u3099' or '\u309A' => 0,
        (>= '\u1100' and <= '\u115F') or (>= '\u2E80' and <= '\uA4CF') or (>= '\uAC00' and <= '\uD7A3') => 2,
        (>= '\uF900' and <= '\uFAFF') or (>= '\uFE30' and <= '\uFE6F') => 2,
        (>= '\uFF01' and <= '\uFF60') or (>= '\uFFE0' and <= '\uFFE6') => 2,
        _ => 1,
    };
}
