using System;
using System.Collections.Generic;
using PSDicom.Deidentification.Values;

namespace PSDicom.Deidentification.Identity;

/// <summary>Searches a text for all values of an index in one pass: each word, each phrase that ends with it, each unique identifier.</summary>
/// <param name="index">The values.</param>
internal sealed class TextSearch(IdentityIndex index)
{
    private const int MaxGap = 3;
    private const int DateLength = 8;
    private const int MaxDateTime = 14;

    private readonly (ulong Hash, int Start, int End)[] _last = new (ulong, int, int)[Words.MaxPhrase];

    /// <summary>Finds the values in a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="startsWhole">Whether a word may begin with the text; else it may be a part of one.</param>
    /// <param name="endsWhole">Whether a word may end with the text.</param>
    /// <param name="found">Receives them.</param>
    public void Find(ReadOnlySpan<char> text, bool startsWhole, bool endsWhole, List<IdentityMatch> found)
    {
        int words = 0;
        for (int i = 0; i < text.Length; i++)
        {
            if (!Words.IsPart(text[i])) continue;
            int start = i;
            i = Words.EndAt(text, start);
            if ((start == 0 && !startsWhole) || (i == text.Length && !endsWhole))
            {
                words = 0;
                i--;
                continue;
            }

            if (words > 0 && !IsGap(text, _last[(words - 1) % Words.MaxPhrase].End, start)) words = 0;
            ReadOnlySpan<char> word = text.Slice(start, i - start);
            _last[words % Words.MaxPhrase] = (Words.Hash(word), start, i);
            words++;
            FindPhrases(text, words, found);
            FindDateIn(word, start, found);
            FindUid(text, start, i, endsWhole, found);
            i--;
        }
    }

    // Values of one element are not one phrase.
    private static bool IsGap(ReadOnlySpan<char> text, int end, int start)
    {
        if (start - end > MaxGap) return false;
        return text.Slice(end, start - end).IndexOfAny('\\', '\0') < 0;
    }

    private static bool IsDigit(char character) => character is >= '0' and <= '9';

    private static bool AreDigits(ReadOnlySpan<char> text)
    {
        foreach (char character in text)
        {
            if (!IsDigit(character)) return false;
        }

        return true;
    }

    // Digits with a point and other digits beside them are a part of another number.
    private static bool IsPartOfNumber(ReadOnlySpan<char> text, int start, int end) =>
        AreDigits(text.Slice(start, end - start))
        && ((start > 1 && text[start - 1] == '.' && IsDigit(text[start - 2])) || (end + 1 < text.Length && text[end] == '.' && IsDigit(text[end + 1])));

    private void FindPhrases(ReadOnlySpan<char> text, int words, List<IdentityMatch> found)
    {
        (_, _, int end) = _last[(words - 1) % Words.MaxPhrase];
        for (int length = 1; length <= Math.Min(words, Words.MaxPhrase); length++)
        {
            (ulong hash, int start, _) = _last[(words - length) % Words.MaxPhrase];
            for (int next = words - length + 1; next < words; next++) hash = Words.Append(hash, _last[next % Words.MaxPhrase].Hash);
            if (index.Find(hash) is { } value && !(length == 1 && IsPartOfNumber(text, start, end))) found.Add(new IdentityMatch(value, hash, start, end - start));
        }
    }

    // A date at the beginning of a date with a time.
    private void FindDateIn(ReadOnlySpan<char> word, int start, List<IdentityMatch> found)
    {
        if (word.Length is <= DateLength or > MaxDateTime || !AreDigits(word)) return;
        ulong hash = Words.Hash(word.Slice(0, DateLength));
        if (index.Find(hash) is { Kind: IdentityKind.Date } value) found.Add(new IdentityMatch(value, hash, start, DateLength));
    }

    /// <summary>The range of a unique identifier that begins in a word; empty if there is none. It looks no further than the longest one reaches.</summary>
    internal static (int Start, int End) RangeOfUid(ReadOnlySpan<char> text, int start, int endOfWord)
    {
        // Letters may come before it, as in names of files.
        int first = start;
        while (first < endOfWord && !IsDigit(text[first])) first++;
        if (first == endOfWord || (first > 0 && (IsDigit(text[first - 1]) || (text[first - 1] == '.' && first > 1 && IsDigit(text[first - 2]))))) return (first, first);
        int end = first;
        while (end < text.Length && end - first <= UidRules.MaxLength && (IsDigit(text[end]) || text[end] == '.')) end++;
        return (first, end);
    }

    private void FindUid(ReadOnlySpan<char> text, int start, int endOfWord, bool endsWhole, List<IdentityMatch> found)
    {
        (int first, int end) = RangeOfUid(text, start, endOfWord);
        if (end == text.Length && !endsWhole) return;
        while (end > first && text[end - 1] == '.') end--;
        ReadOnlySpan<char> uid = text.Slice(first, end - first);
        if (uid.Length > UidRules.MaxLength || uid.IndexOf('.') <= 0) return;
        ulong hash = Words.HashOfUid(uid);
        if (index.Find(hash) is { } value) found.Add(new IdentityMatch(value, hash, first, uid.Length));
    }
}
