using System;
using System.Linq;
using PSDicom.Text;

namespace PSDicom.Adapters;

/// <summary>
/// Values for Format-List, Format-Table and views, which show text whole, with all control characters. For scripts and files a value is
/// unchanged.
/// </summary>
internal static class ViewValue
{
    /// <summary>Maximum characters shown of a text.</summary>
    public const int MaxLength = 4096;

    /// <summary>Maximum values processed of an array; PowerShell shows the first four, unless configured otherwise.</summary>
    private const int MaxValues = 1024;

    /// <summary>The safe form of a value if a view asks; otherwise the value itself.</summary>
    public static object? Of(object? value) => value switch
    {
        object[] values when values.Take(MaxValues).Any(IsUnsafe) && Asker.IsView() => values.Take(MaxValues).Select(item => TextOf(item) is { } text ? Shown(text) : item).ToArray(),
        _ when IsUnsafe(value) && Asker.IsView() => Shown(TextOf(value)!),
        Array { Length: > MaxValues } array when array is not byte[] && Asker.IsView() => First(array),
        _ => value,
    };

    /// <summary>The part of a text that is shown, on one or more lines.</summary>
    public static string Shown(string text) => text.Length <= MaxLength
        ? PlainText.OfLines(text)
        : PlainText.OfLines(text.Substring(0, MaxLength)) + $"... ({text.Length:N0} characters)";

    /// <summary>The text as which PowerShell shows a value, also among several; null if it cannot be unsafe.</summary>
    private static string? TextOf(object? value) => value switch
    {
        string text => text,
        DicomTransferSyntax or DicomUID or DicomElement or PersonName or PersonNameGroup => value.ToString(),
        _ => null,
    };

    private static bool IsUnsafe(object? value) => TextOf(value) is { } text && (text.Length > MaxLength || !ReferenceEquals(PlainText.OfLines(text), text));

    private static Array First(Array array)
    {
        Array first = Array.CreateInstance(array.GetType().GetElementType()!, MaxValues);
        Array.Copy(array, first, MaxValues);
        return first;
    }
}
