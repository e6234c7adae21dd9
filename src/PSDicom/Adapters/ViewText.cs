using System;
using System.Collections;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using PSDicom.Data;
using PSDicom.Text;

namespace PSDicom.Adapters;

/// <summary>
/// The text of cells in the views of PSDicom.Format.ps1xml: on one line, the same in every culture, and without control characters, which a
/// terminal would execute.
/// </summary>
public static class ViewText
{
    /// <summary>The property with the computer that an object comes from.</summary>
    internal const string ComputerName = "PSComputerName";

    private const int MaxLength = 500;

    // A narrower path says nothing.
    private const int MinPathLength = 8;

    /// <summary>The text of a value.</summary>
    /// <param name="value">The value, also deserialized.</param>
    public static string Of(object? value)
    {
        string text = value is PSObject { BaseObject: Array or IList } several
            ? PresentedValue.ToString(several)
            : ValueText.Of((value as PSObject)?.BaseObject ?? value);
        return PlainText.OfValue(text.Length > MaxLength ? text.Substring(0, MaxLength) : text);
    }

    /// <summary>The text of a number with a few decimals.</summary>
    /// <param name="value">The number; null for none.</param>
    public static string OfNumber(double? value) => value?.ToString("0.###", CultureInfo.InvariantCulture) ?? string.Empty;

    /// <summary>The text of several numbers, such as 0.5x0.5x2.</summary>
    /// <param name="values">The numbers, or what were some in another process; null for none.</param>
    public static string OfNumbers(PSObject? values) => values?.BaseObject is IEnumerable numbers
        ? string.Join("x", numbers.Cast<object>().Select(number => OfNumber(LanguagePrimitives.ConvertTo<double>(number))))
        : string.Empty;

    /// <summary>The text of the value of an element, with the name of a unique identifier that has one.</summary>
    /// <param name="value">The element's text.</param>
    public static string WithUIDName(object? value)
    {
        string text = Of(value);
        return DicomUID.TryGet(text, out DicomUID? uid) && uid.Name.Length > 0 ? $"{text} ({uid.Name})" : text;
    }

    /// <summary>The end of an object's path, as much as fits.</summary>
    /// <param name="shown">The object.</param>
    /// <param name="columns">The number of columns available.</param>
    public static string OfPath(PSObject shown, int columns)
    {
        if (shown is null) throw new ArgumentNullException(nameof(shown));

        // PowerShell uses half of them for the name of the computer.
        int width = ShowsComputer(shown) ? (columns - 1) / 2 : columns;
        string path = shown.Properties["FullName"]?.Value?.ToString() ?? string.Empty;
        return PlainText.CutStart(PlainText.OfValue(path), Math.Max(MinPathLength, width));
    }

    /// <summary>Whether the view shows the computer that an object comes from.</summary>
    internal static bool ShowsComputer(PSObject shown) =>
        shown.Properties["PSShowComputerName"]?.Value is true && shown.Properties[ComputerName] is not null;
}
