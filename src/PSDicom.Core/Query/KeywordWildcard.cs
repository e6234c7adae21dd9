namespace PSDicom.Query;

/// <summary>Keywords with <c>*</c> for any letters and <c>?</c> for one, without regard to case.</summary>
internal static class KeywordWildcard
{
    public static bool IsWildcard(string text) => text.IndexOf('*') >= 0 || text.IndexOf('?') >= 0;

    /// <summary>
    /// Whether a keyword matches the pattern. After a mismatch only the last star is extended by a letter, so that no pattern is slow.
    /// </summary>
    public static bool Matches(string pattern, string keyword)
    {
        int inPattern = 0, inKeyword = 0, afterStar = -1, starEnd = 0;
        while (inKeyword < keyword.Length)
        {
            if (inPattern < pattern.Length && pattern[inPattern] == '*')
            {
                afterStar = ++inPattern;
                starEnd = inKeyword;
            }
            else if (inPattern < pattern.Length && IsSame(pattern[inPattern], keyword[inKeyword]))
            {
                inPattern++;
                inKeyword++;
            }
            else if (afterStar >= 0)
            {
                inPattern = afterStar;
                inKeyword = ++starEnd;
            }
            else
            {
                return false;
            }
        }

        while (inPattern < pattern.Length && pattern[inPattern] == '*') inPattern++;
        return inPattern == pattern.Length;
    }

    private static bool IsSame(char pattern, char letter) =>
        pattern == '?' || char.ToUpperInvariant(pattern) == char.ToUpperInvariant(letter);
}
