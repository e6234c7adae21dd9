using System;

namespace PSDicom.Text;

/// <summary>Text for a terminal, which takes control characters for commands.</summary>
public static class PlainText
{
    /// <summary>The text on one line, a space for each line break or tab and a full stop for any other control character.</summary>
    public static string Of(string text)
    {
        if (text is null) throw new ArgumentNullException(nameof(text));
        foreach (char character in text)
        {
            if (char.IsControl(character)) return Replace(text);
        }

        return text;
    }

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

    private static string Replace(string text) => new(Array.ConvertAll(text.ToCharArray(), character =>
        !char.IsControl(character) ? character : char.IsWhiteSpace(character) ? ' ' : '.'));

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
