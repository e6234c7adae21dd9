using PSDicom.Data;

namespace PSDicom.Rendering.Greys;

/// <summary>Numbers that are written as text (DS).</summary>
internal static class NumberText
{
    /// <summary>The first number of an element; null if there is none.</summary>
    public static double? Find(DicomDataset dataset, DicomTag tag) =>
        dataset.GetText(tag) is { } text && TextNumbers.TryParseDecimal(First(text), out double number) ? number : null;

    /// <summary>The first of several values.</summary>
    public static string First(string text) => text.IndexOf('\\') is >= 0 and int end ? text.Substring(0, end) : text;
}
