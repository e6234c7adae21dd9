using System;
using System.Linq;
using PSDicom.Text;

namespace PSDicom.Adapters;

/// <summary>
/// Values as Format-List, Format-Table and views have to be given them: those show a text whole, with all that a terminal takes for commands.
/// To scripts and files a value stays as it is.
/// </summary>
internal static class ViewValue
{
    /// <summary>Characters of a text that are shown.</summary>
    public const int LongestShown = 4096;

    /// <summary>Values of an array of texts that are looked at; PowerShell shows the first four, unless it is told otherwise.</summary>
    private const int MostShown = 1024;

    /// <summary>A value to be shown, if that is what it is asked for; else the value itself.</summary>
    public static object? Of(object? value) => value switch
    {
        string text when !IsShown(text) && Asker.IsView() => Shown(text),
        string[] texts when !AreShown(texts) && Asker.IsView() => texts.Take(MostShown).Select(Shown).ToArray(),
        DicomTransferSyntax or DicomUID or DicomElement or PersonName or PersonNameGroup when !IsShown(value.ToString()!) && Asker.IsView() => Shown(value.ToString()!),
        Array { Length: > MostShown } array when array is not byte[] && Asker.IsView() => First(array),
        _ => value,
    };

    /// <summary>As much of a text as is shown, on one line or several.</summary>
    public static string Shown(string text) => text.Length <= LongestShown
        ? PlainText.OfLines(text)
        : PlainText.OfLines(text.Substring(0, LongestShown)) + $"... ({text.Length:N0} characters)";

    private static bool AreShown(string[] texts) => texts.Length <= MostShown && texts.All(IsShown);

    private static bool IsShown(string text) => text.Length <= LongestShown && ReferenceEquals(PlainText.OfLines(text), text);

    private static Array First(Array array)
    {
        Array first = Array.CreateInstance(array.GetType().GetElementType()!, MostShown);
        Array.Copy(array, first, MostShown);
        return first;
    }
}
