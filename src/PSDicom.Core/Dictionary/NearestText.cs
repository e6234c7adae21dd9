using System;
using System.Collections.Generic;
using System.Linq;

namespace PSDicom.Dictionary;

/// <summary>Finds the names closest to a misspelled one.</summary>
internal static class NearestText
{
    /// <summary>
    /// Names one letter away (ignoring case, spaces and punctuation), then those that begin with the text, then those a few letters away,
    /// then those that contain the text.
    /// </summary>
    public static IReadOnlyList<string> Find(IEnumerable<string> names, string text, int count)
    {
        string wanted = Letters(text);
        if (wanted.Length == 0) return [];
        return names
            .Select(name => (Name: name, Rank: Rank(Letters(name), wanted)))
            .Where(candidate => candidate.Rank is not null)
            .OrderBy(candidate => candidate.Rank)
            .ThenBy(candidate => candidate.Name.Length)
            .ThenBy(candidate => candidate.Name, StringComparer.Ordinal)
            .Take(count)
            .Select(candidate => candidate.Name)
            .ToArray();
    }

    private static int? Rank(string name, string wanted)
    {
        const int LongerRank = 2;
        int allowed = Math.Max(1, wanted.Length / 4);
        int distance = Math.Abs(name.Length - wanted.Length) <= allowed ? Distance(name, wanted) : int.MaxValue;
        if (distance < LongerRank) return distance;
        if (name.StartsWith(wanted, StringComparison.Ordinal)) return LongerRank;
        if (distance <= allowed) return distance + 1;
        return wanted.Length > 2 && name.Contains(wanted) ? int.MaxValue : null;
    }

    private static string Letters(string text) => new(text.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant).ToArray());

    /// <summary>The edit distance: letters to insert, delete, change, or swap with their neighbor.</summary>
    private static int Distance(string a, string b)
    {
        var twoBack = new int[b.Length + 1];
        var back = new int[b.Length + 1];
        var row = new int[b.Length + 1];
        for (int j = 0; j <= b.Length; j++) row[j] = j;
        for (int i = 1; i <= a.Length; i++)
        {
            (twoBack, back, row) = (back, row, twoBack);
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int change = back[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                row[j] = Math.Min(change, Math.Min(back[j], row[j - 1]) + 1);
                bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
                if (swapped) row[j] = Math.Min(row[j], twoBack[j - 2] + 1);
            }
        }

        return row[b.Length];
    }
}
