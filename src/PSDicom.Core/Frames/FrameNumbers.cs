using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace PSDicom.Frames;

/// <summary>Parses lists of frame numbers: <c>1,10..20</c> or <c>1,10-20</c>.</summary>
public static class FrameNumbers
{
    /// <summary>More frames than any file has: a longer range is a typing error.</summary>
    private const int MaxCount = 1_000_000;

    private static readonly string[] Dots = [".."];

    /// <summary>Reads a list. A range with dots may go backwards.</summary>
    /// <param name="text">The list.</param>
    /// <returns>The numbers in the order of the list; null if it is malformed.</returns>
    public static IReadOnlyList<int>? TryParse(string text)
    {
        if (text is null) throw new ArgumentNullException(nameof(text));
        var numbers = new List<int>();
        foreach (string part in text.Split(','))
        {
            string[] ends = part.Split(Dots, StringSplitOptions.None);
            bool mayGoBack = ends.Length == 2;
            if (!mayGoBack) ends = part.Split('-');
            if (ends.Length > 2 || !TryParseNumber(ends[0], out int first) || !TryParseNumber(ends[ends.Length - 1], out int last)) return null;
            int count = Math.Abs(last - first) + 1, step = last < first ? -1 : 1;
            if ((step < 0 && !mayGoBack) || numbers.Count + (long)count > MaxCount) return null;
            numbers.AddRange(Enumerable.Range(0, count).Select(index => first + (index * step)));
        }

        return numbers;
    }

    private static bool TryParseNumber(string text, out int number) =>
        int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out number) && number >= 1;
}
