using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;

namespace PSDicom.HelpBuilder;

/// <summary>
/// Converts code references (<c>cref</c>) to names that a PowerShell user knows: a cmdlet class to its cmdlet, the property of a parameter
/// to the parameter with its hyphen, anything else to its own simple name.
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

    /// <summary>The identifier of a type in a documentation file.</summary>
    public static string IdOf(Type type) => "T:" + FullNameOf(type);

    /// <summary>The identifier of a property in a documentation file.</summary>
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
