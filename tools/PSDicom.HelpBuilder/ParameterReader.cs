using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Reflection;

namespace PSDicom.HelpBuilder;

/// <summary>Reads one parameter from its property.</summary>
internal static class ParameterReader
{
    private const string AllSets = "__AllParameterSets";

    /// <summary>The parameters that PowerShell adds to a cmdlet that declares SupportsShouldProcess.</summary>
    public static IReadOnlyList<ParameterHelp> ShouldProcess { get; } =
    [
        Added("WhatIf", "wi", "Shows what would happen if the cmdlet ran. The cmdlet is not run."),
        Added("Confirm", "cf", "Prompts for confirmation before running the cmdlet."),
    ];

    public static ParameterHelp Read(PropertyInfo property, Documentation documentation)
    {
        Type type = Unwrapped(property.PropertyType);
        return new ParameterHelp(
            property.Name,
            type.Name,
            documentation.Paragraphs(documentation.Of(property).Element("summary")),
            property.Attributes(PowerShellNames.Alias).SelectMany(alias => alias.Values<string>()).ToList(),
            Choices(property, type),
            DefaultValue(property, type),
            property.Attribute(PowerShellNames.SupportsWildcards) != null,
            property.Attributes(PowerShellNames.Parameter).Select(Use).ToList());
    }

    private static ParameterUse Use(CustomAttributeData attribute)
    {
        string? set = attribute.Named<string>("ParameterSetName");
        return new ParameterUse(
            set == AllSets ? null : set,
            attribute.Named<bool>("Mandatory"),
            attribute.Named<int?>("Position"),
            attribute.Named<bool>("ValueFromPipeline"),
            attribute.Named<bool>("ValueFromPipelineByPropertyName"));
    }

    private static IReadOnlyList<string> Choices(PropertyInfo property, Type type)
    {
        if (property.Attribute(PowerShellNames.ValidateSet) is { } set)
            return set.Values<string>().ToList();
        Type single = type.IsArray ? type.GetElementType()! : type;
        return single.IsEnum ? single.GetEnumNames() : [];
    }

    private static string DefaultValue(PropertyInfo property, Type type)
    {
        if (property.Attribute(PowerShellNames.DefaultValue) is not { } attribute)
            return type.Name == "SwitchParameter" ? "False" : "None";
        if (attribute.Named<string>("Help") is { } help)
            return help;

        CustomAttributeTypedArgument value = attribute.NamedArguments.Single(argument => argument.MemberName == "Value").TypedValue;
        return value.ArgumentType.IsEnum
            ? EnumName(value.ArgumentType, value.Value!)
            : Convert.ToString(value.Value, CultureInfo.InvariantCulture) ?? "None";
    }

    /// <summary>The name of an enumeration's value; a metadata-only type has no Enum.GetName.</summary>
    private static string EnumName(Type type, object value) =>
        type.GetFields(BindingFlags.Public | BindingFlags.Static).First(field => value.Equals(field.GetRawConstantValue())).Name;

    private static Type Unwrapped(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition().FullName == "System.Nullable`1" ? type.GetGenericArguments()[0] : type;

    private static ParameterHelp Added(string name, string alias, string description) =>
        new(name, "SwitchParameter", [description], [alias], [], "False", false, [new ParameterUse(null, false, null, false, false)]);
}
