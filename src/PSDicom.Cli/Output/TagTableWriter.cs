using System.Collections.Generic;
using System.Text;
using System.Threading;
using System;
using PSDicom.Text;

namespace PSDicom.Cli.Output;

/// <summary>Writes the elements of a file for people: a dump under the file's name, with nested elements indented.</summary>
/// <param name="columns">The width of the terminal; null to write whole values.</param>
internal sealed class TagTableWriter(int? columns) : ITagWriter
{
    private const int Indent = 2;
    private const int WidestKeyword = 40;

    /// <summary>Characters per piece of output.</summary>
    private const int PieceSize = 128 * 1024;

    public IEnumerable<ReadOnlyMemory<byte>> Write(string path, IEnumerable<DicomTagValue> rows, CancellationToken cancellation)
    {
        int keywordColumns = FindKeywordColumns(rows);
        if (keywordColumns < 0) yield break;
        var text = new StringBuilder();
        text.Append(PlainText.Of(path)).Append('\n');
        string previous = string.Empty;
        foreach (DicomTagValue row in rows)
        {
            cancellation.ThrowIfCancellationRequested();
            AppendItem(text, row, previous);
            AppendRow(text, row, keywordColumns);
            previous = row.TagPath;
            if (text.Length < PieceSize) continue;
            yield return Encoding.UTF8.GetBytes(text.ToString());
            text.Clear();
        }

        yield return Encoding.UTF8.GetBytes(text.Append('\n').ToString());
    }

    /// <summary>The width of the keyword column; -1 if there are no rows.</summary>
    private static int FindKeywordColumns(IEnumerable<DicomTagValue> rows)
    {
        int columns = -1;
        foreach (DicomTagValue row in rows)
        {
            columns = Math.Max(columns, (row.Depth * Indent) + NameOf(row).Length);
            if (columns >= WidestKeyword) return WidestKeyword;
        }

        return columns;
    }

    /// <summary>Writes the heading of an item where one begins.</summary>
    private static void AppendItem(StringBuilder text, DicomTagValue row, string previous)
    {
        if (row.Depth == 0) return;
        string item = row.TagPath[..row.TagPath.LastIndexOf('.')];
        if (previous.StartsWith(item + ".", StringComparison.Ordinal)) return;
        text.Append(' ', row.Depth * Indent).Append(PlainText.Of(item)).Append('\n');
    }

    private void AppendRow(StringBuilder text, DicomTagValue row, int keywordColumns)
    {
        int start = text.Length;
        text.Append(' ', (row.Depth + 1) * Indent).Append(row.Tag).Append(' ').Append(row.VR).Append(' ');
        string name = NameOf(row);
        text.Append(name).Append(' ', Math.Max(0, keywordColumns - name.Length - (row.Depth * Indent))).Append("  ");
        string value = row.Exists ? PlainText.OfValue(row.RawValue ?? string.Empty) : "(missing)";
        if (columns is { } wide) value = PlainText.Cut(value, wide - (text.Length - start));
        text.Append(value);
        while (text[^1] == ' ') text.Length--;
        text.Append('\n');
    }

    private static string NameOf(DicomTagValue row) => row.Keyword.Length > 0 ? row.Keyword : row.Name;
}
