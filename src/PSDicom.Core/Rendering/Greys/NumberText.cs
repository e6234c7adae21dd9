using PSDicom.Data;

namespace PSDicom.Rendering.Greys;

/// <summary>Elements that are numbers written as text (DS).</summary>
internal static class NumberText
{
    /// <summary>The first number of an element; null if there is none.</summary>
    public static double? Find(DicomDataset dataset, DicomTag tag) =>
        dataset.GetText(tag) is { } text && TextNumbers.TryParseDecimal(text.Split('\\')[0], out double number) ? number : null;
}
