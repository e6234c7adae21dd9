using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace PSDicom.Deidentification.Values;

/// <summary>
/// Finds words in text without regard to case, where no letter, digit or connecting sign stands next to them. Of several words at one place, the
/// longest counts. Each file has words of its own, and few texts to look into: a regular expression takes longer to make than to use.
/// </summary>
internal sealed class WholeWords
{
    private const int BitsOfMask = 63;

    private readonly Dictionary<char, List<string>> _byFirst = [];

    // The first letters, by their lowest bits: most places of a text need no more.
    private readonly ulong _firsts;

    /// <summary>Makes a search.</summary>
    /// <param name="words">The words; none is empty.</param>
    public WholeWords(IEnumerable<string> words)
    {
        foreach (string word in words)
        {
            char first = Folded(word[0]);
            if (!_byFirst.TryGetValue(first, out List<string>? list)) _byFirst.Add(first, list = []);
            list.Add(word);
            _firsts |= 1UL << (first & BitsOfMask);
        }

        foreach (List<string> list in _byFirst.Values) list.Sort((one, other) => other.Length.CompareTo(one.Length));
    }

    /// <summary>Whether a text contains one of the words.</summary>
    public bool AreIn(ReadOnlySpan<char> text) => TryFind(text, 0, out _, out _);

    /// <summary>A text without the words.</summary>
    public string RemoveFrom(string text)
    {
        if (!TryFind(text.AsSpan(), 0, out int start, out int length)) return text;
        var rest = new StringBuilder(text.Length);
        int from = 0;
        do
        {
            rest.Append(text, from, start - from);
            from = start + length;
        }
        while (TryFind(text.AsSpan(), from, out start, out length));
        return rest.Append(text, from, text.Length - from).ToString();
    }

    // Letters with several small or large forms, such as the Greek sigma, are one. Not all frameworks know that the signs for kelvin, ohm and
    // angstrom are letters.
    private static char Folded(char character) => character switch
    {
        >= 'A' and <= 'Z' => (char)(character | 0x20),
        < '\u0080' => character,
        '\u212A' => 'k',
        '\u2126' => '\u03C9',
        '\u212B' => '\u00E5',
        _ => char.ToLowerInvariant(char.ToUpperInvariant(character)),
    };

    private static bool IsPartOfWord(char character) => character < 0x80
        ? character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_'
        : char.IsLetter(character) || CharUnicodeInfo.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.ConnectorPunctuation;

    private static bool IsAt(ReadOnlySpan<char> text, int start, string word)
    {
        int end = start + word.Length;
        if (end > text.Length || (end < text.Length && IsPartOfWord(text[end]))) return false;
        for (int i = 1; i < word.Length; i++)
        {
            char character = text[start + i];
            if (character != word[i] && Folded(character) != Folded(word[i])) return false;
        }

        return true;
    }

    private bool TryFind(ReadOnlySpan<char> text, int from, out int start, out int length)
    {
        for (start = from; start < text.Length; start++)
        {
            char first = Folded(text[start]);
            if ((_firsts & (1UL << (first & BitsOfMask))) == 0 || (start > 0 && IsPartOfWord(text[start - 1])) || !_byFirst.TryGetValue(first, out List<string>? words)) continue;
            foreach (string word in words)
            {
                if (!IsAt(text, start, word)) continue;
                length = word.Length;
                return true;
            }
        }

        length = 0;
        return false;
    }
}
