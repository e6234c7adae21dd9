using System;
using System.Collections.Generic;

namespace PSDicom.HelpBuilder;

/// <summary>The help of one cmdlet.</summary>
internal sealed record CmdletHelp(
    string Verb,
    string Noun,
    string Synopsis,
    IReadOnlyList<string> Description,
    IReadOnlyList<ExampleHelp> Examples,
    IReadOnlyList<ParameterHelp> Parameters,
    IReadOnlyList<string> ParameterSets,
    IReadOnlyList<OutputHelp> Outputs,
    IReadOnlyList<LinkHelp> Links)
{
    public string Name => Verb + "-" + Noun;
}

/// <summary>A worked example: a title, the commands, and what they do.</summary>
internal sealed record ExampleHelp(string Title, string Code, IReadOnlyList<string> Remarks);

/// <summary>A parameter. <paramref name="Choices"/> are the values of an enumeration or a ValidateSet, otherwise empty.</summary>
internal sealed record ParameterHelp(
    string Name,
    string TypeName,
    IReadOnlyList<string> Description,
    IReadOnlyList<string> Aliases,
    IReadOnlyList<string> Choices,
    string DefaultValue,
    bool AcceptsWildcards,
    IReadOnlyList<ParameterUse> Uses)
{
    public bool IsSwitch => TypeName == "SwitchParameter";

    public bool IsArray => TypeName.EndsWith("[]", StringComparison.Ordinal);
}

/// <summary>The use of a parameter in one parameter set, or in every set if <paramref name="Set"/> is null.</summary>
internal sealed record ParameterUse(string? Set, bool IsMandatory, int? Position, bool FromPipeline, bool FromPipelineByPropertyName);

/// <summary>A type that the cmdlet writes to the pipeline.</summary>
internal sealed record OutputHelp(string TypeName, IReadOnlyList<string> Description);

/// <summary>A related link: another cmdlet or an about topic, or an address.</summary>
internal sealed record LinkHelp(string Text, string Uri);
