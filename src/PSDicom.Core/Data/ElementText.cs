using System;
using System.Globalization;
using System.Text;
using PSDicom.Text;

namespace PSDicom.Data;

/// <summary>The text of an element's value, whatever its value representation.</summary>
internal static class ElementText
{
    private static readonly char[] Padding = [' ', '\0'];

    public static string? Describe(DicomElement element) => element.VR.Kind switch
    {
        DicomVRKind.Text => DescribeText(element),
        DicomVRKind.Number => DescribeNumbers(element),
        DicomVRKind.Sequence => element.Items.Count == 0 ? null : ValueText.OfItems(element.Items.Count),
        _ => DescribeBytes(element),
    };

    /// <summary>The single values of text, without padding; none if there is only padding.</summary>
    public static string[] Split(DicomElement element)
    {
        string text = Decode(element);
        return text.Length == 0 ? [] : Split(text, element.VR);
    }

    /// <summary>The number of values of text; 0 if there is only padding.</summary>
    public static int CountValues(DicomElement element)
    {
        string text = Decode(element);
        if (text.Length == 0) return 0;
        int count = 1;
        if (!element.VR.IsMultiValued) return count;
        foreach (char character in text) count += character == '\\' ? 1 : 0;
        return count;
    }

    private static string? DescribeText(DicomElement element)
    {
        string text = Decode(element);
        if (text.Length == 0) return null;
        return IsSingle(text, element.VR) ? UnpadValue(element.VR, text) : string.Join("\\", Split(text, element.VR));
    }

    private static string[] Split(string text, DicomVR vr)
    {
        if (IsSingle(text, vr)) return [UnpadValue(vr, text)];
        string[] values = text.Split('\\');
        for (int i = 0; i < values.Length; i++) values[i] = UnpadValue(vr, values[i]);
        return values;
    }

    private static bool IsSingle(string text, DicomVR vr) => !vr.IsMultiValued || text.IndexOf('\\') < 0;

    /// <summary>Whether a decimal string has a comma that is read as a decimal point.</summary>
    public static bool HasDecimalComma(DicomElement element) =>
        Array.Exists(Split(element), value => value.IndexOf(',') >= 0 && TextNumbers.TryParseDecimal(value, out _));

    /// <summary>One value without padding; leading spaces are significant in some value representations (PS3.5 table 6.2-1).</summary>
    private static string UnpadValue(DicomVR vr, string value) =>
        vr.UsesCharacterSet && vr != DicomVR.LO && vr != DicomVR.SH ? value.TrimEnd(Padding) : value.Trim(Padding);

    private static string Decode(DicomElement element) => Decode(element, out _);

    /// <summary>The text of a value, and its contradiction to the character set.</summary>
    public static string Decode(DicomElement element, out TextFault fault)
    {
        fault = TextFault.None;
        if (element.ByteLength == 0) return string.Empty;
        ReadOnlySpan<byte> bytes = element.Bytes();

        // Most padding ends here, without a string of its own.
        int length = bytes.Length;
        while (length > 0 && bytes[length - 1] is (byte)' ' or 0) length--;
        return length == 0 ? string.Empty : element.Dataset.CharacterSet.Decode(bytes.Slice(0, length), element.VR, out fault).TrimEnd(Padding);
    }

    private static string? DescribeNumbers(DicomElement element)
    {
        if (MisfitNumbers.Is(element)) return MisfitNumbers.Text(element) ?? DescribeBytes(element);
        if (ElementValue.CountValues(element) == 0) return null;
        Array values = LutDescriptor.SignedValues(element) ?? BinaryNumbers.ToArray(element.Bytes(), element.VR, element.IsBigEndian);
        if (values.Length == 1) return BinaryNumbers.ToText(values.GetValue(0)!);
        var text = new StringBuilder();
        foreach (object value in values) (text.Length == 0 ? text : text.Append('\\')).Append(BinaryNumbers.ToText(value));
        return text.ToString();
    }

    private static string? DescribeBytes(DicomElement element)
    {
        if (element.ByteLength == 0) return null;
        if (element.ByteLength > ValueText.MaxShownBytes) return ValueText.OfBytes(element.ByteLength);
        var text = new StringBuilder();
        foreach (byte value in element.Bytes()) text.Append(value.ToString("x2", CultureInfo.InvariantCulture));
        return text.ToString();
    }

}
