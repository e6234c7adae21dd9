using System;
using System.Collections;
using System.Globalization;
using System.Linq;
using System.Management.Automation;

namespace PSDicom.Adapters;

/// <summary>
/// How PowerShell is given the values of elements: as they are, but an array says what is in it where it is turned into text, as in the
/// cells of Export-Csv, and items of a sequence carry their elements with them, as ConvertTo-Json needs.
/// </summary>
public static class PresentedValue
{
    // PSDicom.Types.ps1xml gives objects of this type name their ToString.
    private const string TypeName = "PSDicom.Values";
    private const int LongestShownBytes = 1024;

    /// <summary>A value of an element as PowerShell is given it.</summary>
    internal static object? Of(object? value)
    {
        value = JsonTime.Of(value);
        if (value is not Array array) return value;
        if (array is DicomDataset[] items) array = Array.ConvertAll(items, item => (object)new PSObject(item));
        var presented = new PSObject(array);
        presented.TypeNames.Insert(0, TypeName);
        return presented;
    }

    /// <summary>
    /// The text of several values: separated by a backslash, as in a file. Bytes are hexadecimal, or counted if there are many.
    /// </summary>
    /// <param name="values">The values: an array, or a list of what was one in another process.</param>
    public static string ToString(PSObject values) => values?.BaseObject switch
    {
        byte[] { Length: > LongestShownBytes } bytes => $"<{bytes.Length.ToString(CultureInfo.InvariantCulture)} bytes>",
        byte[] bytes => string.Concat(bytes.Select(value => value.ToString("x2", CultureInfo.InvariantCulture))),
        IList { Count: > 0 and var count } items when items[0] is PSObject { BaseObject: not string } =>
            count == 1 ? "<1 item>" : $"<{count} items>",
        IEnumerable several => string.Join("\\", several.Cast<object?>().Select(TextOf)),
        _ => string.Empty,
    };

    private static string TextOf(object? value) => value switch
    {
        DateTime { TimeOfDay.Ticks: 0 } date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime time => time.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFF", CultureInfo.InvariantCulture),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value?.ToString() ?? string.Empty,
    };
}
