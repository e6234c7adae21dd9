using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Xml.Linq;

namespace PSDicom.HelpBuilder;

/// <summary>Converts the markup of an XML comment to paragraphs of plain text. A list is one paragraph with a line per item.</summary>
internal sealed class ParagraphReader(CrefNames names)
{
    private readonly List<string> _paragraphs = [];
    private readonly StringBuilder _current = new();

    public IReadOnlyList<string> Read(XElement element)
    {
        Walk(element);
        End();
        return _paragraphs;
    }

    private void Walk(XElement element)
    {
        foreach (XNode node in element.Nodes())
        {
            if (node is XText text)
                _current.Append(text.Value);
            else if (node is XElement child)
                Add(child);
        }
    }

    private void Add(XElement element)
    {
        switch (element.Name.LocalName)
        {
            case "para":
                End();
                Walk(element);
                End();
                break;
            case "list":
                End();
                _paragraphs.Add(List(element));
                break;
            case "code":
                End();
                _paragraphs.Add(Code(element));
                break;
            case "see" or "seealso" when element.IsEmpty:
                _current.Append(Reference(element));
                break;
            case "paramref" or "typeparamref":
                _current.Append((string?)element.Attribute("name"));
                break;
            default:
                Walk(element);
                break;
        }
    }

    private void End()
    {
        string text = OneLine(_current.ToString());
        _current.Clear();
        if (text.Length > 0)
            _paragraphs.Add(text);
    }

    private string List(XElement list)
    {
        bool numbered = (string?)list.Attribute("type") == "number";
        return string.Join("\n", list.Elements("item").Select((item, index) =>
        {
            // A term and its description, or only text.
            IEnumerable<string> parts = item.Elements().Any(part => part.Name.LocalName is "term" or "description")
                ? item.Elements().Select(Inline)
                : [Inline(item)];
            return (numbered ? $"{index + 1}. " : "- ") + string.Join(": ", parts);
        }));
    }

    private string Inline(XElement element) => string.Join(" ", new ParagraphReader(names).Read(element));

    private string Reference(XElement element)
    {
        if ((string?)element.Attribute("cref") is { } cref)
            return names[cref];
        return (string?)element.Attribute("langword") ?? (string?)element.Attribute("href") ?? "";
    }

    /// <summary>The lines of a code block, without their common indentation.</summary>
    public static string Code(XElement element)
    {
        string[] lines = element.Value.Replace("\r", "", StringComparison.Ordinal).Split('\n');
        int indent = lines
            .Where(line => line.Trim().Length > 0)
            .Select(line => line.Length - line.TrimStart().Length)
            .DefaultIfEmpty()
            .Min();
        return string.Join("\n", lines.Select(line => line.Length > indent ? line[indent..].TrimEnd() : "")).Trim('\n');
    }

    private static string OneLine(string text) => string.Join(" ", text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
