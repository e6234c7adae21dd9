using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;
using PSDicom.Data;

namespace PSDicom.Pictures.Html;

/// <summary>
/// Writes a JSON object that is safe in an HTML attribute within apostrophes and in a script element: it is ASCII, and its strings have no character
/// of HTML markup.
/// </summary>
internal sealed class PageJson
{
    private readonly StringBuilder _text = new("{");

    /// <summary>Adds a text; null to leave the member out.</summary>
    public PageJson Add(string name, string? value)
    {
        if (value is null) return this;
        Name(name);
        Append(value);
        return this;
    }

    /// <summary>Adds a number; null to leave the member out. Infinities and NaN become null, as JSON has none.</summary>
    public PageJson Add(string name, double? value)
    {
        if (value is not { } number) return this;
        Name(name);
        Append(number);
        return this;
    }

    /// <summary>Adds true; false leaves the member out.</summary>
    public PageJson Add(string name, bool value)
    {
        if (!value) return this;
        Name(name);
        _text.Append("true");
        return this;
    }

    /// <summary>Adds an object; null to leave the member out.</summary>
    public PageJson Add(string name, PageJson? value)
    {
        if (value is null) return this;
        Name(name);
        _text.Append(value);
        return this;
    }

    /// <summary>Adds a list of numbers; null to leave the member out.</summary>
    public PageJson Add(string name, IEnumerable<double>? values) => List(name, values, Append);

    /// <summary>Adds a list of pairs of texts.</summary>
    public PageJson Add(string name, IEnumerable<KeyValuePair<string, string>>? values) => List(name, values, pair =>
    {
        _text.Append('[');
        Append(pair.Key);
        _text.Append(',');
        Append(pair.Value);
        _text.Append(']');
    });

    /// <summary>Adds a list of objects.</summary>
    public PageJson Add(string name, IEnumerable<PageJson>? values) => List(name, values, value => _text.Append(value));

    /// <summary>The object.</summary>
    public override string ToString() => _text + "}";

    private PageJson List<T>(string name, IEnumerable<T>? values, Action<T> append)
    {
        if (values is null) return this;
        Name(name);
        _text.Append('[');
        bool isFirst = true;
        foreach (T value in values)
        {
            if (!isFirst) _text.Append(',');
            isFirst = false;
            append(value);
        }

        _text.Append(']');
        return this;
    }

    private void Name(string name) => _text.Append(_text.Length > 1 ? ",\"" : "\"").Append(name).Append("\":");

    private void Append(double number) =>
        _text.Append(double.IsNaN(number) || double.IsInfinity(number) ? "null" : FloatText.ToText(number));

    private void Append(string value)
    {
        _text.Append('"');
        foreach (char character in value)
        {
            if (character is >= ' ' and < '\u007f' and not ('"' or '\\' or '<' or '>' or '&' or '\'')) _text.Append(character);
            else _text.Append("\\u").Append(((int)character).ToString("x4", CultureInfo.InvariantCulture));
        }

        _text.Append('"');
    }
}
