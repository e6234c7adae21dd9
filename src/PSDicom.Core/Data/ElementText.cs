using System;
using System.Globalization;
using System.Text;

namespace PSDicom.Data;

/// <summary>The text of an element's value, whatever its value representation.</summary>
internal static class ElementText
{
    /// <summary>Binary values of up to this many bytes are shown.</summary>
    private const int LongestShownBytes = 1024;

    private static readonly char[] Padding = [' ', '\0'];

    public static string? Describe(DicomElement element) => element.VR.Kind switch
    {
        DicomVRKind.Text => Split(element) is { Length: > 0 } values ? string.Join("\\", values) : null,
        DicomVRKind.Number => DescribeNumbers(element),
        DicomVRKind.Sequence => element.Items.Count == 0 ? null : Invariant($"<{element.Items.Count} {(element.Items.Count == 1 ? "item" : "items")}>"),
        _ => DescribeBytes(element),
    };

    /// <summary>The single values of text, without padding; none if there is only padding.</summary>
    public static string[] Split(DicomElement element)
    {
        string text = Decode(element);
        if (text.Length == 0) return [];
        if (!element.VR.IsMultiValued || text.IndexOf('\\') < 0) return [UnpadValue(element.VR, text)];
        string[] values = text.Split('\\');
        for (int i = 0; i < values.Length; i++) values[i] = UnpadValue(element.VR, values[i]);
        return values;
    }

    /// <summary>One value without padding; leading spaces count only where the text is a person's (PS3.5 section 6.2).</summary>
    private static string UnpadValue(DicomVR vr, string value) =>
        vr.UsesCharacterSet ? value.TrimEnd(Padding) : value.Trim(Padding);

    private static string Decode(DicomElement element) =>
        element.ByteLength == 0 ? string.Empty : element.Dataset.CharacterSet.Decode(element.Bytes(), element.VR).TrimEnd(Padding);

    private static string? DescribeNumbers(DicomElement element)
    {
        if (ElementValue.CountValues(element) == 0) return null;
        Array values = BinaryNumbers.ToArray(element.Bytes(), element.VR, element.IsBigEndian);
        if (values.Length == 1) return BinaryNumbers.ToText(values.GetValue(0)!);
        var text = new StringBuilder();
        foreach (object value in values) (text.Length == 0 ? text : text.Append('\\')).Append(BinaryNumbers.ToText(value));
        return text.ToString();
    }

    private static string? DescribeBytes(DicomElement element)
    {
        if (element.ByteLength == 0) return null;
        if (element.ByteLength > LongestShownBytes) return Invariant($"<{element.ByteLength} bytes>");
        var text = new StringBuilder();
        foreach (byte value in element.Bytes()) text.Append(value.ToString("x2", CultureInfo.InvariantCulture));
        return text.ToString();
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
