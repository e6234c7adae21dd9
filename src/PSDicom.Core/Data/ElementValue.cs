using System;
using System.Collections.Generic;
using System.Linq;

namespace PSDicom.Data;

/// <summary>Values of .NET types from the bytes of an element, by its value representation (PS3.5 section 6.2).</summary>
internal static class ElementValue
{
    public static object? Decode(DicomElement element)
    {
        DicomVR vr = element.VR;
        return vr.Kind switch
        {
            DicomVRKind.Sequence => element.Items.Count == 0 ? null : element.Items.ToArray(),
            DicomVRKind.Number => DecodeNumbers(element),
            DicomVRKind.Text => DecodeText(element),
            _ => element.ByteLength == 0 ? null : element.ReadBytes(),
        };
    }

    public static int CountValues(DicomElement element) => element.VR.Kind switch
    {
        DicomVRKind.Sequence => element.Items.Count,
        DicomVRKind.Number when MisfitNumbers.Is(element) => 1,
        DicomVRKind.Number => (int)Math.Min(int.MaxValue, element.ByteLength / element.VR.UnitSize),
        DicomVRKind.Binary => element.ByteLength == 0 ? 0 : 1,
        _ => ElementText.CountValues(element),
    };

    /// <summary>The first value as an integer, in any value representation; null if it is not one.</summary>
    public static long? FirstInteger(DicomElement element)
    {
        if (element.VR.Kind == DicomVRKind.Number)
        {
            // The file has a warning of it; a number that others depend on is used nevertheless.
            if (MisfitNumbers.Is(element) && MisfitNumbers.Text(element) is { } written) return ToInteger(written);
            if (element.ByteLength < element.VR.UnitSize) return null;
            Span<byte> bytes = stackalloc byte[8];
            bytes = bytes.Slice(0, element.VR.UnitSize);
            element.ReadBytes(0, bytes);
            return BinaryNumbers.ToInteger(bytes, element.VR, element.IsBigEndian);
        }

        return element.VR.Kind == DicomVRKind.Text ? ToInteger(FirstText(element)) : null;
    }

    /// <summary>The values as text; none if the value is not text or numbers.</summary>
    public static string[] Texts(DicomElement element)
    {
        if (TextOf(element) is not { } text) return [];
        return element.VR.IsMultiValued ? text.Split('\\') : [text];
    }

    /// <summary>The values as numbers, NaN for one that is not finite; also where text should have a single value, as numbers have no backslash.</summary>
    public static double[] Numbers(DicomElement element) =>
        Array.ConvertAll(TextOf(element)?.Split('\\') ?? [], text => ToNumber(text) ?? double.NaN);

    /// <summary>The first value as a finite number; null if it is not one.</summary>
    public static double? FirstNumber(DicomElement element) => TextOf(element) is { } text ? ToNumber(First(text)) : null;

    private static double? ToNumber(string text) => TextNumbers.TryParseDecimal(text, out double number) && !double.IsNaN(number) ? number : null;

    private static string First(string text) => text.IndexOf('\\') is >= 0 and int end ? text.Substring(0, end) : text;

    private static string? TextOf(DicomElement element) => element.VR.Kind switch
    {
        DicomVRKind.Text => element.Dataset.Store.TextOf(element),
        DicomVRKind.Number when MisfitNumbers.Is(element) => MisfitNumbers.Text(element),
        DicomVRKind.Number => element.Dataset.Store.TextOf(element),
        _ => null,
    };

    private static string? FirstText(DicomElement element)
    {
        string? text = element.Dataset.Store.TextOf(element);
        return text is not null && element.VR.IsMultiValued ? First(text) : text;
    }

    private static long? ToInteger(string? text) => text is not null && TextNumbers.TryParseInteger(text, out long value) ? value : null;

    private static object? DecodeNumbers(DicomElement element)
    {
        if (MisfitNumbers.Is(element)) return (object?)MisfitNumbers.Text(element) ?? element.ReadBytes();
        int count = CountValues(element);
        if (count == 0) return null;
        if (LutDescriptor.SignedValues(element) is { } descriptor) return descriptor;
        Array values = BinaryNumbers.ToArray(element.Bytes(), element.VR, element.IsBigEndian);
        return count == 1 ? values.GetValue(0) : values;
    }

    private static object? DecodeText(DicomElement element)
    {
        string[] texts = ElementText.Split(element);
        if (texts.Length == 0) return null;
        return element.VR.Code switch
        {
            "DA" => Typed<DateTime>(texts, DateTimes.TryParseDate),
            "TM" => Typed<TimeSpan>(texts, DateTimes.TryParseTime),
            "DT" => Typed<object>(texts, DateTimes.TryParseDateTime),
            "IS" => Typed<long>(texts, TextNumbers.TryParseInteger),
            "DS" => Typed<double>(texts, TextNumbers.TryParseDecimal),
            _ => texts.Length == 1 ? texts[0] : texts,
        };
    }

    /// <summary>One value or a typed array; an array of objects if a value cannot be parsed (it stays text) or is empty (null).</summary>
    private static object? Typed<T>(string[] texts, TryParse<T> tryParse)
        where T : notnull
    {
        if (texts.Length == 1) return tryParse(texts[0], out T single) ? single : texts[0];
        var typed = new List<T>(texts.Length);
        foreach (string text in texts)
        {
            if (tryParse(text, out T value)) typed.Add(value);
        }

        if (typed.Count == texts.Length) return typed.ToArray();
        return Array.ConvertAll(texts, text => text.Length == 0 ? null : tryParse(text, out T value) ? (object)value : text);
    }

    private delegate bool TryParse<T>(string text, out T value);
}
