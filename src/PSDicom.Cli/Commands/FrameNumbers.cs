using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace PSDicom.Cli.Commands;

/// <summary>Numbers of frames as a user lists them: <c>1,10-20</c>.</summary>
internal static class FrameNumbers
{
    /// <summary>More than any file has; a range may not be so long only because a digit was typed twice.</summary>
    private const int Most = 10_000_000;

    /// <summary>Reads a list.</summary>
    /// <returns>Null if it is none.</returns>
    public static IReadOnlyList<int>? TryParse(string text)
    {
        var numbers = new List<int>();
        foreach (string part in text.Split(','))
        {
            string[] ends = part.Split('-');
            if (ends.Length > 2 || !TryParseNumber(ends[0], out int first) || !TryParseNumber(ends[^1], out int last) || last < first
                || numbers.Count + (long)last - first >= Most)
            {
                return null;
            }

            numbers.AddRange(Enumerable.Range(first, last - first + 1));
        }

        return numbers;
    }

    private static bool TryParseNumber(string text, out int number) =>
        int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out number) && number >= 1;
}
