using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;

namespace PSDicom.Editing.Values;

/// <summary>Encodes values of .NET types by their value representation (PS3.5 section 6.2), and checks them first.</summary>
internal static class ValueEncoder
{
    /// <summary>Encodes a value.</summary>
    /// <param name="value">Text, a number, a date, a time, bytes, or an array of these; null or an empty text for no value.</param>
    /// <param name="context">Where it is written.</param>
    /// <exception cref="DicomException">
    /// The value does not fit: <see cref="DicomErrorReason.InvalidValue"/>, <see cref="DicomErrorReason.NotInCharacterSet"/>. No message
    /// contains the value.
    /// </exception>
    public static NewValue Encode(object? value, ValueContext context)
    {
        byte[] bytes = context.VR.Kind switch
        {
            DicomVRKind.Text => TextValues.Encode(Values(value), context),
            DicomVRKind.Number => NumberValues.Encode(Values(value), context),
            _ => BinaryValues.Encode(value, context),
        };
        return new NewValue(context.VR, bytes);
    }

    /// <summary>The single values; none for null and for an empty text.</summary>
    private static IReadOnlyList<object> Values(object? value) => value switch
    {
        null or "" => [],
        string text => [text],
        IEnumerable many => [.. many.Cast<object?>().Select(one => one ?? string.Empty)],
        _ => [value],
    };

    /// <summary>The name of a type for messages.</summary>
    public static string NameOf(object value) => value switch
    {
        IDictionary => "a dictionary, which is an item of a sequence",
        DateTime or DateTimeOffset => "a date",
        TimeSpan => "a time",
        bool => "true or false",
        byte[] => "bytes",
        string => "text",
        _ => value.GetType().Name,
    };
}
