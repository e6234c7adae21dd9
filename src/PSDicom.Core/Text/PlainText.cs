using System;
using System.Linq;

namespace PSDicom.Text;

/// <summary>
/// Text for people, on a terminal or wherever it is shown: a terminal takes control characters for commands, others turn text around or are
/// not seen. All that is shown goes through here; values themselves, JSON and files of data do not.
/// </summary>
public static class PlainText
{
    private static readonly char[] Breaks = ['\n', '\t'];

    /// <summary>
    /// A message, a path or a name: with each character that must not reach a terminal, or that nobody would see, as its code point, such as
    /// &lt;U+001B&gt;.
    /// </summary>
    public static string Of(string text) => VisibleText.Of(text ?? throw new ArgumentNullException(nameof(text)));

    /// <summary>A value on one line: as <see cref="Of"/>, but with spaces for line breaks and tabs, which texts may have.</summary>
    public static string OfValue(string text)
    {
        if (text is null) throw new ArgumentNullException(nameof(text));
        if (text.IndexOfAny(Breaks) >= 0) text = text.Replace("\r\n", "  ").Replace('\n', ' ').Replace('\t', ' ');
        return VisibleText.Of(text);
    }

    /// <summary>A value on as many lines as it has: as <see cref="Of"/>, but line breaks and tabs stay. The text itself if nothing is to be changed.</summary>
    public static string OfLines(string text)
    {
        if (text is null) throw new ArgumentNullException(nameof(text));
        if (ReferenceEquals(VisibleText.Of(text), text) || text.IndexOfAny(Breaks) < 0) return VisibleText.Of(text);
        string lines = string.Join("\n", text.Replace("\r\n", "\n").Split('\n').Select(line => string.Join("\t", line.Split('\t').Select(VisibleText.Of))));
        return lines == text ? text : lines;
    }

    /// <summary>Whether a code point can be shown as it is, whatever stands beside it.</summary>
    /// <param name="codePoint">A code point of Unicode.</param>
    public static bool IsPlain(int codePoint) => VisibleText.IsAlwaysShown(codePoint);

    /// <summary>As much of the text as fits, with an ellipsis if that is not all.</summary>
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

    /// <summary>As much of the end of the text as fits, with an ellipsis before it if that is not all: of a path, its file.</summary>
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

    /// <summary>How wide a terminal shows the text.</summary>
    public static int Width(string text)
    {
        if (text is null) throw new ArgumentNullException(nameof(text));
        int width = 0;
        foreach (char character in text) width += ColumnsOf(character);
        return width;
    }

    /// <summary>The text, filled up with spaces.</summary>
    public static string Pad(string text, int columns) => text + new string(' ', Math.Max(0, columns - Width(text)));

    // East Asian characters take two columns, marks that go on another none. Each half of a surrogate pair counts one.
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
