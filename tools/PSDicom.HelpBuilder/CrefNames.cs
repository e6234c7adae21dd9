using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;

namespace PSDicom.HelpBuilder;

/// <summary>
/// Turns code references (<c>cref</c>) into words of a PowerShell user: a cmdlet class into the name of its cmdlet, a parameter's property
/// into the parameter with its hyphen, anything else into its own last name.
/// </summary>
internal sealed class CrefNames
{
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);

    public CrefNames(IEnumerable<Type> cmdlets)
    {
        foreach (Type cmdlet in cmdlets)
        {
            _names[IdOf(cmdlet)] = string.Join("-", cmdlet.Attribute(PowerShellNames.Cmdlet)!.Values<string>());
            foreach (PropertyInfo property in cmdlet.ShownParameters())
                _names[IdOf(property)] = "-" + property.Name;
        }
    }

    /// <summary>The identifier of a type in a compiler's documentation file.</summary>
    public static string IdOf(Type type) => "T:" + FullNameOf(type);

    /// <summary>The identifier of a property in a compiler's documentation file.</summary>
    public static string IdOf(PropertyInfo property) => "P:" + FullNameOf(property.DeclaringType!) + "." + property.Name;

    public string this[string cref]
    {
        get
        {
            if (_names.TryGetValue(cref, out string? name))
                return name;
            string member = cref.Split('(')[0];
            return member[(member.LastIndexOfAny(['.', ':']) + 1)..].Split('`').First();
        }
    }

    private static string FullNameOf(Type type)
    {
        Type definition = type.IsGenericType ? type.GetGenericTypeDefinition() : type;
        return definition.FullName!.Replace('+', '.');
    }
}
