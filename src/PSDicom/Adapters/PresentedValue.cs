using System;
using System.Collections;
using System.Management.Automation;
using PSDicom.Data;

namespace PSDicom.Adapters;

/// <summary>
/// Element values as presented to PowerShell: their text is the same in every culture, the text of an array lists its values, as in the
/// cells of Export-Csv, and items of a sequence carry their elements, as ConvertTo-Json needs.
/// </summary>
public static class PresentedValue
{
    // PSDicom.Types.ps1xml defines ToString for objects of this type name.
    private const string TypeName = "PSDicom.Values";

    /// <summary>The value of an element as presented to PowerShell.</summary>
    internal static object? Of(object? value) => JsonTime.Of(ViewValue.Of(value)) switch
    {
        Array array => Several(array),
        DateTime or DateTimeOffset or double or float => new InvariantValue(value!),

        // The sign depends on the culture; digits alone are the same everywhere.
        < 0L or < 0 or < (short)0 => new InvariantValue(value!),
        var other => other,
    };

    /// <summary>
    /// The text of several values: separated by backslashes, as in a file. Bytes are hexadecimal, or only counted if there are many.
    /// </summary>
    /// <param name="values">The values: an array, or the list that it became on its way from another process.</param>
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
