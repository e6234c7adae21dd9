using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;

namespace PSDicom.Pictures.Html;

/// <summary>
/// Writes an HTML page of frames, which its script decodes on demand. Each frame is the content of a script element of a data type. The page is ASCII,
/// loads nothing and runs only its own script. The writer keeps one frame in memory.
/// </summary>
internal sealed class HtmlPageWriter(Stream stream)
{
    private readonly Dictionary<string, int> _tables = new(StringComparer.Ordinal);
    private IReadOnlyList<KeyValuePair<string, string>> _text = [];

    /// <summary>Begins the page.</summary>
    /// <param name="title">The title.</param>
    /// <param name="json">The parameters of the page for the script.</param>
    public void Start(string title, PageJson json) => Write(PageTemplate.Head(title, json));

    /// <summary>Adds a frame.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="series">The index of its series, from 0.</param>
    public void Add(PageFrame frame, int series)
    {
        double? valueTable = AddTable(frame.ValueTable), greyTable = AddTable(frame.GreyTable);
        PageJson json = frame.Json.Add("series", series).Add("encoding", frame.Encoding?.ToString()).Add("missing", frame.Missing)
            .Add("valueTable", valueTable).Add("greyTable", greyTable);
        if (!frame.Text.SequenceEqual(_text))
        {
            // The script uses it for the following frames too.
            json.Add("text", frame.Text);
            _text = frame.Text;
        }

        Write("<script type=\"application/octet-stream\" class=\"frame\" data-frame='" + json + "'>");
        Write(frame.Data);
        Write("</script>\n");
    }

    /// <summary>Ends the page.</summary>
    public void Complete() => Write(PageTemplate.Foot);

    /// <summary>Writes a table once, before the first frame that uses it, and returns its number.</summary>
    private double? AddTable(byte[]? table)
    {
        if (table is null) return null;
        string content = Encoding.ASCII.GetString(table);
        if (_tables.TryGetValue(content, out int known)) return known;
        int number = _tables.Count;
        _tables.Add(content, number);
        Write(FormattableString.Invariant($"<script type=\"application/octet-stream\" id=\"table{number}\">"));
        Write(table);
        Write("</script>\n");
        return number;
    }

    private void Write(string text) => Write(Encoding.ASCII.GetBytes(text));

    private void Write(byte[] text) => stream.Write(text, 0, text.Length);
}
