using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Xml.Linq;

namespace PSDicom.HelpBuilder;

/// <summary>The XML comments of types and properties, from the documentation file beside each assembly.</summary>
internal sealed class Documentation(CrefNames names)
{
    private const BindingFlags Declared = BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly;

    private readonly Dictionary<string, Dictionary<string, XElement>> _files = new(StringComparer.Ordinal);

    /// <summary>The comments of a type; an empty element if it has none.</summary>
    public XElement Of(Type type) => Find(type.Assembly, CrefNames.IdOf(type)) ?? new XElement("member");

    /// <summary>The comments of a property or, if it has none, of the one it names or overrides.</summary>
    public XElement Of(PropertyInfo property)
    {
        for (Type? type = property.DeclaringType; type != null; type = type.BaseType)
        {
            PropertyInfo? declared = type.GetProperty(property.Name, Declared);
            XElement? found = declared == null ? null : Find(type.Assembly, CrefNames.IdOf(declared));
            if (found != null && found.Element("inheritdoc") == null)
                return found;
            if ((string?)found?.Element("inheritdoc")?.Attribute("cref") is { } named && Find(type.Assembly, named) is { } other)
                return other;
        }

        return new XElement("member");
    }

    /// <summary>The paragraphs of an element of a comment, as plain text.</summary>
    public IReadOnlyList<string> Paragraphs(XElement? element) =>
        element == null ? [] : new ParagraphReader(names).Read(element);

    /// <summary>The name of a <c>cref</c> for a PowerShell user.</summary>
    public string NameOf(string cref) => names[cref];

    private XElement? Find(Assembly assembly, string id)
    {
        string path = Path.ChangeExtension(assembly.Location, ".xml");
        if (!_files.TryGetValue(path, out Dictionary<string, XElement>? members))
            _files.Add(path, members = Load(path));
        return members.GetValueOrDefault(id);
    }

    private static Dictionary<string, XElement> Load(string path)
    {
        if (!File.Exists(path))
            return [];
        // Spaces between two inline elements are text too.
        XDocument document = XDocument.Load(path, LoadOptions.PreserveWhitespace);
        return document.Descendants("member").ToDictionary(member => (string)member.Attribute("name")!, StringComparer.Ordinal);
    }
}
