using System.Collections.Generic;
using System.IO;
using System.Text;

namespace PSDicom.Operations.Rewriting;

/// <summary>Reads a table of comma-separated values (RFC 4180): quoted fields may hold commas, line ends and doubled quotes.</summary>
/// <param name="reader">The text.</param>
/// <param name="separator">The separator.</param>
internal sealed class CsvReader(TextReader reader, char separator)
{
    private int _lines = 1;

    /// <summary>Reads a file whole: in UTF-8, or with a byte order mark; its separator is that of its first line.</summary>
    public static CsvReader OfFile(string path)
    {
        string text = File.ReadAllText(path, new UTF8Encoding(false, throwOnInvalidBytes: false));
        int end = text.IndexOfAny(['\r', '\n']);
        return new CsvReader(new StringReader(text), SeparatorOf(end < 0 ? text : text.Substring(0, end)));
    }

    /// <summary>The number of the line on which the last row began, from 1.</summary>
    public int Line { get; private set; }

    /// <summary>The fields of the next row; null at the end. Empty lines are skipped.</summary>
    public IReadOnlyList<string>? ReadRow()
    {
        while (reader.Peek() >= 0)
        {
            Line = _lines;
            List<string> row = ReadFields();
            if (row.Count > 1 || row[0].Length > 0) return row;
        }

        return null;
    }

    /// <summary>The separator of a table, by its first line: a semicolon, as spreadsheets write it in many languages, a tab or a comma.</summary>
    public static char SeparatorOf(string firstLine)
    {
        foreach (char separator in (char[])[',', ';', '\t'])
        {
            if (firstLine.IndexOf(separator) >= 0) return separator;
        }

        return ',';
    }

    private List<string> ReadFields()
    {
        var fields = new List<string>();
        while (true)
        {
            fields.Add(reader.Peek() == '"' ? ReadQuoted() : ReadPlain());
            int next = reader.Read();
            if (next == separator) continue;
            if (next == '\r' && reader.Peek() == '\n') _ = reader.Read();
            _lines++;
            return fields;
        }
    }

    private string ReadPlain()
    {
        var field = new StringBuilder();
        while (reader.Peek() is >= 0 and int next && next != separator && next is not ('\r' or '\n')) field.Append((char)reader.Read());
        return field.ToString();
    }

    private string ReadQuoted()
    {
        var field = new StringBuilder();
        _ = reader.Read();
        while (reader.Read() is >= 0 and int next)
        {
            if (next == '\n') _lines++;
            if (next != '"')
            {
                field.Append((char)next);
                continue;
            }

            if (reader.Peek() != '"') break;
            field.Append((char)reader.Read());
        }

        return field.Append(ReadPlain()).ToString();
    }
}
