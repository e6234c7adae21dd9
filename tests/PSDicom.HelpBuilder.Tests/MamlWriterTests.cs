using System.Xml.Linq;

namespace PSDicom.HelpBuilder.Tests;

public sealed class MamlWriterTests : IDisposable
{
    private static readonly XNamespace Maml = "http://schemas.microsoft.com/maml/2004/10";
    private static readonly XNamespace Command = "http://schemas.microsoft.com/maml/dev/command/2004/10";

    private readonly string _path = Path.GetTempFileName();
    private readonly XElement _command;

    public MamlWriterTests()
    {
        MamlWriter.Write([Samples.Complete], _path);
        _command = XDocument.Load(_path).Descendants(Command + "command").Single();
    }

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void Syntax_lists_positional_then_mandatory_then_other_parameters()
    {
        string[][] names = _command.Descendants(Command + "syntaxItem")
            .Select(item => item.Elements(Command + "parameter").Select(parameter => (string)parameter.Element(Maml + "name")!).ToArray())
            .ToArray();

        Assert.Equal(2, names.Length);
        Assert.Equal(["Path", "Mode"], names[0].Take(2));
        Assert.DoesNotContain("LiteralPath", names[0]);
        Assert.Equal(["Mode", "LiteralPath"], names[1].Take(2));
        Assert.Equal(["WhatIf", "Confirm"], names[1].TakeLast(2));
    }

    [Fact]
    public void Syntax_shows_choices_in_place_of_an_enumeration() =>
        Assert.Equal(["Fast", "Thorough"], InSyntax("Mode").Descendants(Command + "parameterValue").Select(value => value.Value));

    [Fact]
    public void Syntax_shows_no_value_of_a_switch() => Assert.Empty(InSyntax("Recurse").Descendants(Command + "parameterValue"));

    [Theory]
    [InlineData("Path", "required", "true")]
    [InlineData("Path", "position", "0")]
    [InlineData("Path", "globbing", "true")]
    [InlineData("Path", "variableLength", "true")]
    [InlineData("Path", "pipelineInput", "True (ByPropertyName, ByValue)")]
    [InlineData("LiteralPath", "pipelineInput", "True (ByPropertyName)")]
    [InlineData("LiteralPath", "aliases", "PSPath, LP")]
    [InlineData("Recurse", "required", "false")]
    [InlineData("Recurse", "position", "named")]
    [InlineData("Recurse", "pipelineInput", "False")]
    [InlineData("Recurse", "aliases", "none")]
    public void Attribute_of_a_parameter(string parameter, string attribute, string expected)
    {
        XElement element = Named(parameter, _command.Element(Command + "parameters")!);

        Assert.Equal(expected, (string)element.Attribute(attribute)!);
    }

    [Fact]
    public void Only_what_takes_objects_from_the_pipeline_is_an_input() => Assert.Single(_command.Descendants(Command + "inputType"));

    private XElement InSyntax(string parameter) => Named(parameter, _command.Descendants(Command + "syntaxItem").First());

    private static XElement Named(string name, XElement parameters) =>
        parameters.Elements(Command + "parameter").Single(parameter => (string?)parameter.Element(Maml + "name") == name);
}
