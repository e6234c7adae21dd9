using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace PSDicom.HelpBuilder;

/// <summary>Writes help as MAML, which Get-Help reads for compiled cmdlets.</summary>
internal static class MamlWriter
{
    private static readonly XNamespace HelpItems = "http://msh";
    private static readonly XNamespace Maml = "http://schemas.microsoft.com/maml/2004/10";
    private static readonly XNamespace Command = "http://schemas.microsoft.com/maml/dev/command/2004/10";
    private static readonly XNamespace Dev = "http://schemas.microsoft.com/maml/dev/2004/10";

    public static void Write(IEnumerable<CmdletHelp> cmdlets, string path)
    {
        var root = new XElement(HelpItems + "helpItems",
            new XAttribute("schema", "maml"),
            new XAttribute(XNamespace.Xmlns + "maml", Maml),
            new XAttribute(XNamespace.Xmlns + "command", Command),
            new XAttribute(XNamespace.Xmlns + "dev", Dev),
            cmdlets.Select(Cmdlet));
        var settings = new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n" };
        using var writer = XmlWriter.Create(path, settings);
        root.Save(writer);
    }

    private static XElement Cmdlet(CmdletHelp cmdlet) => new(Command + "command",
        new XElement(Command + "details",
            new XElement(Command + "name", cmdlet.Name),
            new XElement(Command + "verb", cmdlet.Verb),
            new XElement(Command + "noun", cmdlet.Noun),
            Text(Maml + "description", [cmdlet.Synopsis])),
        Text(Maml + "description", cmdlet.Description),
        new XElement(Command + "syntax", cmdlet.ParameterSets.Select(set => SyntaxItem(cmdlet, set))),
        new XElement(Command + "parameters", cmdlet.Parameters.OrderBy(parameter => parameter.Name).Select(Parameter)),
        new XElement(Command + "inputTypes", cmdlet.Parameters.Where(TakesObjects).Select(InputType)),
        new XElement(Command + "returnValues", cmdlet.Outputs.Select(output =>
            new XElement(Command + "returnValue", Type(output.TypeName), Text(Maml + "description", output.Description)))),
        new XElement(Command + "examples", cmdlet.Examples.Select(Example)),
        new XElement(Command + "relatedLinks", cmdlet.Links.Select(link =>
            new XElement(Maml + "navigationLink", new XElement(Maml + "linkText", link.Text), new XElement(Maml + "uri", link.Uri)))));

    /// <summary>One line of the syntax: parameters by position, then the mandatory ones, then the others.</summary>
    private static XElement SyntaxItem(CmdletHelp cmdlet, string set)
    {
        IEnumerable<XElement> parameters =
            from parameter in cmdlet.Parameters
            let use = parameter.Uses.FirstOrDefault(use => use.Set == null || use.Set == set)
            where use != null
            orderby use.Position ?? int.MaxValue, use.IsMandatory descending
            select SyntaxParameter(parameter, use);
        return new XElement(Command + "syntaxItem", new XElement(Maml + "name", cmdlet.Name), parameters);
    }

    private static XElement SyntaxParameter(ParameterHelp parameter, ParameterUse use)
    {
        XElement element = Attributed(parameter, use.IsMandatory, use.Position, [use]);
        element.Add(new XElement(Maml + "name", parameter.Name));
        if (parameter.Choices.Count > 0)
            element.Add(new XElement(Command + "parameterValueGroup", parameter.Choices.Select(choice => Value(parameter, choice, true))));
        else if (!parameter.IsSwitch)
            element.Add(Value(parameter, parameter.TypeName, true));
        return element;
    }

    private static XElement Parameter(ParameterHelp parameter)
    {
        XElement element = Attributed(
            parameter,
            parameter.Uses.All(use => use.IsMandatory),
            parameter.Uses.Min(use => use.Position),
            parameter.Uses);
        element.Add(
            new XElement(Maml + "name", parameter.Name),
            Text(Maml + "description", parameter.Description),
            Value(parameter, parameter.TypeName, !parameter.IsSwitch),
            Type(parameter.TypeName),
            new XElement(Dev + "defaultValue", parameter.DefaultValue));
        return element;
    }

    private static XElement Attributed(ParameterHelp parameter, bool mandatory, int? position, IReadOnlyList<ParameterUse> uses) =>
        new(Command + "parameter",
            new XAttribute("required", mandatory),
            new XAttribute("variableLength", parameter.IsArray),
            new XAttribute("globbing", parameter.AcceptsWildcards),
            new XAttribute("pipelineInput", PipelineInput(uses)),
            new XAttribute("position", position?.ToString(CultureInfo.InvariantCulture) ?? "named"),
            new XAttribute("aliases", parameter.Aliases.Count == 0 ? "none" : string.Join(", ", parameter.Aliases)));

    private static string PipelineInput(IReadOnlyList<ParameterUse> uses)
    {
        var ways = new List<string>();
        if (uses.Any(use => use.FromPipelineByPropertyName))
            ways.Add("ByPropertyName");
        if (uses.Any(use => use.FromPipeline))
            ways.Add("ByValue");
        return ways.Count == 0 ? "False" : $"True ({string.Join(", ", ways)})";
    }

    private static bool TakesObjects(ParameterHelp parameter) => parameter.Uses.Any(use => use.FromPipeline);

    private static XElement InputType(ParameterHelp parameter) =>
        new(Command + "inputType", Type(parameter.TypeName), Text(Maml + "description", [$"Bound to the parameter -{parameter.Name}."]));

    private static XElement Example(ExampleHelp example, int index)
    {
        string rule = new('-', 10);
        return new XElement(Command + "example",
            new XElement(Maml + "title", $"{rule} Example {index + 1}: {example.Title.TrimEnd('.', ':')} {rule}"),
            new XElement(Dev + "code", example.Code),
            // The last, empty paragraph separates the next example.
            Text(Dev + "remarks", example.Remarks.Append("")));
    }

    private static XElement Value(ParameterHelp parameter, string text, bool required) =>
        new(Command + "parameterValue", new XAttribute("required", required), new XAttribute("variableLength", parameter.IsArray), text);

    private static XElement Type(string name) => new(Dev + "type", new XElement(Maml + "name", name));

    private static XElement Text(XName name, IEnumerable<string> paragraphs) =>
        new(name, paragraphs.Select(paragraph => new XElement(Maml + "para", paragraph)));
}
