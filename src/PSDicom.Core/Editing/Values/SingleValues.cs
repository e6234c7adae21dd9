using System;
using System.Globalization;
using PSDicom.Data;
using PSDicom.Text;

namespace PSDicom.Editing.Values;

/// <summary>Replaces one of several values.</summary>
internal static class SingleValues
{
    /// <summary>The value of an element with one of its values replaced, or one added at the end.</summary>
    /// <param name="element">The element; null if it does not exist.</param>
    /// <param name="number">The number of the value, from 0, or from -1 backwards from the last.</param>
    /// <param name="value">The new value.</param>
    /// <param name="context">Where it is written.</param>
    /// <exception cref="DicomException">The element has no such value, or the new one does not fit.</exception>
    public static NewValue Replace(DicomElement? element, int number, object? value, ValueContext context)
    {
        if (!context.VR.IsMultiValued) throw context.Invalid($"{context.VR} has a single value, which has no number.");
        string[] values = element is null ? [] : Split(element, context);
        int index = number < 0 ? values.Length + number : number;
        if (index < 0 || index > values.Length)
        {
            throw new DicomException(
                DicomErrorReason.ElementNotFound,
                string.Format(CultureInfo.InvariantCulture, "The element has {0} values; the next one that can be added is number {0}.", values.Length),
                tagPath: context.Path);
        }

        if (index == values.Length) Array.Resize(ref values, index + 1);
        string single = NewValueText.Of(ValueEncoder.Encode(value, context with { Multiplicity = null }), context.CharacterSet) ?? string.Empty;
        if (single.IndexOf('\\') >= 0) throw context.Invalid("The value is several values, but one of them was named.");
        values[index] = single;
        return ValueEncoder.Encode(string.Join("\\", values), context);
    }

    private static string[] Split(DicomElement element, ValueContext context)
    {
        if (element.VR.Kind != DicomVRKind.Text) return ElementValue.Texts(element);
        string text = ElementText.Decode(element, out TextFault fault);
        if (fault != TextFault.None)
            throw new DicomException(DicomErrorReason.NotInCharacterSet, "The other values have bytes that the character set of the file does not define.", tagPath: context.Path);
        return text.Length == 0 ? [] : text.Split('\\');
    }
}
