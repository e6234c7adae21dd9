using System.Collections;
using System.Collections.Generic;
using System.Collections.Specialized;
using System.Linq;
using System.Management.Automation;

namespace PSDicom.Pipeline;

/// <summary>Values as the toolkit takes them, without PowerShell's wrappers.</summary>
internal static class PlainValue
{
    /// <summary>The value itself; of an array, of each value; an object with properties becomes a dictionary.</summary>
    public static object? Of(object? value) => value switch
    {
        PSObject { BaseObject: PSCustomObject } custom => OfProperties(custom),
        PSObject wrapped => Of(wrapped.BaseObject),
        IDictionary dictionary => OfDictionary(dictionary),
        string or byte[] => value,
        object?[] many => many.Select(Of).ToArray(),
        ArrayList list => list.ToArray().Select(Of).ToArray(),
        _ => value,
    };

    /// <summary>The output of a script block: nothing, one value, or several.</summary>
    public static object? OfOutput(IReadOnlyList<PSObject?> output) => output.Count switch
    {
        0 => null,
        1 => Of(output[0]),
        _ => output.Select(Of).ToArray(),
    };

    private static OrderedDictionary OfProperties(PSObject custom)
    {
        var item = new OrderedDictionary();
        foreach (PSPropertyInfo property in custom.Properties) item[property.Name] = Of(property.Value);
        return item;
    }

    private static OrderedDictionary OfDictionary(IDictionary dictionary)
    {
        var item = new OrderedDictionary();
        foreach (DictionaryEntry entry in dictionary) item[entry.Key] = Of(entry.Value);
        return item;
    }
}
