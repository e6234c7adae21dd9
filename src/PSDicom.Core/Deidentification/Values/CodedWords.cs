using System;
using System.Collections.Generic;
using PSDicom.Dictionary;

namespace PSDicom.Deidentification.Values;

/// <summary>Words of four letters or more that are defined terms of the standard, or of what copies say about themselves: in coded values they tell nothing.</summary>
internal static class CodedWords
{
    private static readonly HashSet<ulong> Terms = Load();

    /// <summary>Whether all words of a text are terms. Short words are none: they are not looked for alone.</summary>
    public static bool Contains(ReadOnlySpan<char> text)
    {
        bool isAny = false;
        foreach ((int start, int length) in Words.In(text))
        {
            ReadOnlySpan<char> word = text.Slice(start, length);
            if (!Terms.Contains(Words.Hash(word))) return false;
            isAny = true;
        }

        return isAny;
    }

    private static HashSet<ulong> Load()
    {
        DataTable table = DataTable.Load("coded-words.tsv");
        var terms = new HashSet<ulong>();
        for (int row = 0; row < table.RowCount; row++) terms.Add(Words.Hash(table.Field(row, 0).AsSpan()));
        return terms;
    }
}
