using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Xml.Linq;

namespace PSDicom.HelpBuilder;

/// <summary>Reads the help of one cmdlet from its class, base classes and comments.</summary>
internal static class CmdletReader
{
    public static CmdletHelp Read(Type type, Documentation documentation)
    {
        CustomAttributeData cmdlet = type.Attribute(PowerShellNames.Cmdlet)!;
        string[] name = cmdlet.Values<string>().ToArray();
        XElement comments = documentation.Of(type);

        List<ParameterHelp> parameters = type.ShownParameters().Select(property => ParameterReader.Read(property, documentation)).ToList();
        if (cmdlet.Named<bool>("SupportsShouldProcess"))
            parameters.AddRange(ParameterReader.ShouldProcess);

        return new CmdletHelp(
            name[0],
            name[1],
            string.Join(" ", documentation.Paragraphs(comments.Element("summary"))),
            documentation.Paragraphs(comments.Element("remarks")),
            comments.Elements("example").Select(example => Example(example, documentation)).ToList(),
            parameters,
            ParameterSets(parameters, cmdlet.Named<string>("DefaultParameterSetName")),
            Outputs(type, documentation),
            comments.Elements("seealso").Select(link => Link(link, documentation)).ToList());
    }

    private static ExampleHelp Example(XElement example, Documentation documentation)
    {
        XElement? code = example.Element("code");
        IEnumerable<string> Text(IEnumerable<XElement>? elements) => (elements ?? []).SelectMany(documentation.Paragraphs);
        return new ExampleHelp(
            string.Join(" ", Text(code?.ElementsBeforeSelf())),
            code == null ? "" : ParagraphReader.Code(code),
            Text(code?.ElementsAfterSelf()).ToList());
    }

    /// <summary>The names of the parameter sets, the default one first; a single unnamed one if the cmdlet has none.</summary>
    private static List<string> ParameterSets(IEnumerable<ParameterHelp> parameters, string? defaultSet)
    {
        List<string> sets = parameters.SelectMany(parameter => parameter.Uses).Select(use => use.Set).OfType<string>().Distinct().ToList();
        if (sets.Count == 0)
            return [""];
        return sets.OrderBy(set => set != defaultSet).ToList();
    }

    private static List<OutputHelp> Outputs(Type type, Documentation documentation) =>
        type.Attributes(PowerShellNames.OutputType)
            .SelectMany(attribute => attribute.Values<Type>())
            .Distinct()
            .Select(output => new OutputHelp(output.FullName!, documentation.Paragraphs(documentation.Of(output).Element("summary"))))
            .ToList();

    private static LinkHelp Link(XElement link, Documentation documentation)
    {
        string uri = (string?)link.Attribute("href") ?? "";
        string text = string.Join(" ", documentation.Paragraphs(link));
        if (text.Length == 0)
            text = (string?)link.Attribute("cref") is { } cref ? documentation.NameOf(cref) : uri;
        return new LinkHelp(text, uri);
    }
}
