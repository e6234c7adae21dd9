using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace PSDicom.Deidentification.Values;

/// <summary>
/// Splits text into words: letters, digits and marks without anything between; ideographs and other letters are words of their own. A word is known by a hash of its letters without regard to case, so
/// that a list of words does not contain them.
/// </summary>
internal static class Words
{
    /// <summary>The most words of a phrase.</summary>
    public const int MaxPhrase = 5;

    /// <summary>What a word or phrase must have at least to be looked for: so many letters and digits, an ideograph counts as two.</summary>
    public const int MinimumWeight = 4;

    private const ulong Basis = 14695981039346656037;
    private const ulong Prime = 1099511628211;
    private const char FirstIdeograph = '\u2E80';

    /// <summary>Whether a character is a part of a word.</summary>
    public static bool IsPart(char character) => character < 0x80
        ? character is (>= '0' and <= '9') or (>= 'A' and <= 'Z') or (>= 'a' and <= 'z')
        : char.IsLetterOrDigit(character) || CharUnicodeInfo.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    /// <summary>Where the word that starts at a position ends.</summary>
    public static int EndAt(ReadOnlySpan<char> text, int start)
    {
        bool isIdeograph = text[start] >= FirstIdeograph;
        int end = start + 1;
        while (end < text.Length && IsPart(text[end]) && text[end] >= FirstIdeograph == isIdeograph) end++;
        return end;
    }

    /// <summary>The words of a text.</summary>
    /// <returns>The start and the length of each.</returns>
    public static List<(int Start, int Length)> In(ReadOnlySpan<char> text)
    {
        var words = new List<(int, int)>();
        for (int i = 0; i < text.Length; i++)
        {
            if (!IsPart(text[i])) continue;
            int start = i;
            i = EndAt(text, start);
            words.Add((start, i - start));
            i--;
        }

        return words;
    }

    /// <summary>The hashes of a value: of all its words in their order, or of a long one piece by piece; none if there is too little to recognize.</summary>
    public static IEnumerable<ulong> PhrasesOf(string value)
    {
        List<(int Start, int Length)> words = In(value.AsSpan());
        int last = Math.Max(0, words.Count - MaxPhrase);
        for (int first = 0; first <= last; first = first < last ? Math.Min(last, first + MaxPhrase) : last + 1)
        {
            ulong hash = 0;
            int weight = 0, end = Math.Min(words.Count, first + MaxPhrase);
            for (int i = first; i < end; i++)
            {
                ReadOnlySpan<char> word = value.AsSpan(words[i].Start, words[i].Length);
                ulong own = Hash(word);
                hash = i == first ? own : Append(hash, own);
                weight += Weigh(word);
            }

            if (weight >= MinimumWeight) yield return hash;
        }
    }

    /// <summary>The hash of a word.</summary>
    public static ulong Hash(ReadOnlySpan<char> word)
    {
        ulong hash = Basis;
        foreach (char character in word)
        {
            char upper = character < 0x80 ? character is >= 'a' and <= 'z' ? (char)(character - 32) : character : char.ToUpperInvariant(character);
            hash = (hash ^ upper) * Prime;
        }

        return hash;
    }

    /// <summary>The hash of a phrase, from that of its first words and the next one.</summary>
    public static ulong Append(ulong phrase, ulong word) => (((phrase << 7) | (phrase >> 57)) ^ word) * Prime;

    /// <summary>The hash of a unique identifier, which is no word.</summary>
    public static ulong HashOfUid(ReadOnlySpan<char> uid) => ~Hash(uid);

    /// <summary>How much there is to recognize in a word.</summary>
    public static int Weigh(ReadOnlySpan<char> word)
    {
        int weight = 0;
        foreach (char character in word) weight += character >= FirstIdeograph ? 2 : 1;
        return weight;
    }

    /// <summary>Text whose accents are one with their letters, as in most files; names of files can have them apart.</summary>
    public static string Compose(string text)
    {
        try
        {
            return text.Normalize(NormalizationForm.FormC);
        }
        catch (ArgumentException)
        {
            // Half of a surrogate pair.
            return text;
        }
    }
}
