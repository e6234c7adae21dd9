using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;

namespace PSDicom.HelpBuilder;

/// <summary>The attributes that describe a cmdlet, by name: types loaded as metadata never equal those of this process.</summary>
internal static class PowerShellNames
{
    public const string Alias = "System.Management.Automation.AliasAttribute";
    public const string Cmdlet = "System.Management.Automation.CmdletAttribute";
    public const string DefaultValue = "System.Management.Automation.PSDefaultValueAttribute";
    public const string OutputType = "System.Management.Automation.OutputTypeAttribute";
    public const string Parameter = "System.Management.Automation.ParameterAttribute";
    public const string SupportsWildcards = "System.Management.Automation.SupportsWildcardsAttribute";
    public const string ValidateSet = "System.Management.Automation.ValidateSetAttribute";

    public static IEnumerable<CustomAttributeData> Attributes(this MemberInfo member, string name) =>
        member.GetCustomAttributesData().Where(attribute => attribute.AttributeType.FullName == name);

    public static CustomAttributeData? Attribute(this MemberInfo member, string name) => member.Attributes(name).FirstOrDefault();

    /// <summary>The value of a named argument such as <c>Mandatory = true</c>, or the default of <typeparamref name="T"/>.</summary>
    public static T? Named<T>(this CustomAttributeData attribute, string name) =>
        attribute.NamedArguments
            .Where(argument => argument.MemberName == name)
            .Select(argument => (T?)argument.TypedValue.Value)
            .FirstOrDefault();

    /// <summary>The values of an argument declared as <c>params</c>.</summary>
    public static IEnumerable<T> Values<T>(this CustomAttributeData attribute) =>
        attribute.ConstructorArguments
            .SelectMany(argument => argument.Value is IEnumerable<CustomAttributeTypedArgument> many ? many : new[] { argument })
            .Select(argument => argument.Value)
            .OfType<T>();

    /// <summary>The parameters of a cmdlet in its help, own and inherited.</summary>
    public static IEnumerable<PropertyInfo> ShownParameters(this Type cmdlet) =>
        cmdlet.GetProperties(BindingFlags.Instance | BindingFlags.Public).Where(property =>
            property.Attributes(Parameter).Any() && !property.Attributes(Parameter).Any(attribute => attribute.Named<bool>("DontShow")));
}
