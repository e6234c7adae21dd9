using System;
using PSDicom.Data;

namespace PSDicom.Volumes.Headers;

/// <summary>Numbers of a header that can be places and sizes; others count as not there.</summary>
internal static class HeaderNumbers
{
    // Far more than a kilometer, and few enough for sums and products to stay exact.
    private const double Largest = 1e9;

    /// <summary>The first number of an element, or null.</summary>
    public static double? Number(DicomDataset? dataset, DicomTag tag) => Numbers(dataset, tag, 1) is { } numbers ? numbers[0] : null;

    /// <summary>The first numbers of an element; null if it has not so many, or if one of them is none.</summary>
    public static double[]? Numbers(DicomDataset? dataset, DicomTag tag, int count)
    {
        string? text = dataset?.GetText(tag);
        if (text is null) return null;
        string[] texts = text.Split('\\');
        if (texts.Length < count) return null;
        var numbers = new double[count];
        for (int i = 0; i < count; i++)
        {
            if (!TryParse(texts[i], out numbers[i])) return null;
        }

        return numbers;
    }

    /// <summary>All numbers of an element; null if there are none, or if one of them is none.</summary>
    public static double[]? All(DicomDataset dataset, DicomTag tag) =>
        dataset[tag] is { IsEmpty: false } element ? Numbers(dataset, tag, element.ValueMultiplicity) : null;

    /// <summary>A text as a number.</summary>
    public static bool TryParse(string text, out double number) => TextNumbers.TryParseDecimal(text, out number) && Math.Abs(number) < Largest;
}
