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
        string text when !IsShown(text) && Asker.IsView() => Shown(text),
        string[] texts when !AreShown(texts) && Asker.IsView() => texts.Take(MaxValues).Select(Shown).ToArray(),
        DicomTransferSyntax or DicomUID or DicomElement or PersonName or PersonNameGroup when !IsShown(value.ToString()!) && Asker.IsView() => Shown(value.ToString()!),
        Array { Length: > MaxValues } array when array is not byte[] && Asker.IsView() => First(array),
        _ => value,
    };

    /// <summary>The part of a text that is shown, on one or more lines.</summary>
    public static string Shown(string text) => text.Length <= MaxLength
        ? PlainText.OfLines(text)
        : PlainText.OfLines(text.Substring(0, MaxLength)) + $"... ({text.Length:N0} characters)";

    private static bool AreShown(string[] texts) => texts.Length <= MaxValues && texts.All(IsShown);

    private static bool IsShown(string text) => text.Length <= MaxLength && ReferenceEquals(PlainText.OfLines(text), text);

    private static Array First(Array array)
    {
        Array first = Array.CreateInstance(array.GetType().GetElementType()!, MaxValues);
        Array.Copy(array, first, MaxValues);
        return first;
    }
}
