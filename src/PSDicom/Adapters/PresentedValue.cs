using System;
using System.Collections;
using System.Management.Automation;
using PSDicom.Data;

namespace PSDicom.Adapters;

/// <summary>
/// How PowerShell is given the values of elements: as they are, but with a text that is the same in every culture, an array says what is in
/// it where it is turned into text, as in the cells of Export-Csv, and items of a sequence carry their elements with them, as ConvertTo-Json
/// needs.
/// </summary>
public static class PresentedValue
{
    // PSDicom.Types.ps1xml gives objects of this type name their ToString.
    private const string TypeName = "PSDicom.Values";

    /// <summary>A value of an element as PowerShell is given it.</summary>
    internal static object? Of(object? value) => JsonTime.Of(ViewValue.Of(value)) switch
    {
        Array array => Several(array),
        DateTime or DateTimeOffset or double or float => new InvariantValue(value!),

        // The sign is of the culture; without one, digits are the same everywhere.
        < 0L or < 0 or < (short)0 => new InvariantValue(value!),
        var other => other,
    };

    /// <summary>
    /// The text of several values: separated by a backslash, as in a file. Bytes are hexadecimal, or counted if there are many.
    /// </summary>
    /// <param name="values">The values: an array, or a list of what was one in another process.</param>
    public static string ToString(PSObject values) => values?.BaseObject switch
    {
        byte[] bytes => ValueText.Of(bytes),
        IList { Count: > 0 and var count } items when items[0] is PSObject { BaseObject: not string } => ValueText.OfItems(count),
        IEnumerable several => ValueText.Of(several),
        _ => string.Empty,
    };

    private static PSObject Several(Array array)
    {
        if (array is DicomDataset[] items) array = Array.ConvertAll(items, item => (object)new PSObject(item));
        var presented = new PSObject(array);
        presented.TypeNames.Insert(0, TypeName);
        return presented;
    }
}
