using System;
using PSDicom.Data;

namespace PSDicom.Volumes.Headers;

/// <summary>Reads numbers of a header as positions and sizes. Numbers out of range count as missing.</summary>
internal static class HeaderNumbers
{
    // Far more than a kilometer, and small enough for exact sums and products.
    private const double Largest = 1e9;

    /// <summary>The first number of an element; null if missing.</summary>
    public static double? Number(DicomDataset? dataset, DicomTag tag) => Numbers(dataset, tag, 1) is { } numbers ? numbers[0] : null;

    /// <summary>The first numbers of an element; null if there are fewer, or one is invalid.</summary>
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

    /// <summary>All numbers of an element; null if there are none, or one is invalid.</summary>
    public static double[]? All(DicomDataset dataset, DicomTag tag) =>
        dataset[tag] is { IsEmpty: false } element ? Numbers(dataset, tag, element.ValueMultiplicity) : null;

    /// <summary>Parses a number.</summary>
    public static bool TryParse(string text, out double number) => TextNumbers.TryParseDecimal(text, out number) && Math.Abs(number) < Largest;
}
