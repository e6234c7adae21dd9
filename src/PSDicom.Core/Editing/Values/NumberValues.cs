using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using PSDicom.Data.Rules;

namespace PSDicom.Editing.Values;

/// <summary>Encodes binary numbers and tags, in little endian (PS3.5 table 6.2-1).</summary>
internal static class NumberValues
{
    /// <summary>Encodes values: numbers, tags, or text of these.</summary>
    /// <exception cref="DicomException">One does not fit.</exception>
    public static byte[] Encode(IReadOnlyList<object> values, ValueContext context)
    {
        object[] single = [.. values.SelectMany<object, object>(value => value is string text ? text.Split('\\') : [value])];
        if (context is { IsValidated: true, Multiplicity: { } multiplicity } && ValueRules.OfCount(multiplicity, single.Length) is { } violation)
            throw context.Invalid($"{violation.Describe("this element", single.Length)} Skip validation to write it nevertheless.");
        return [.. single.SelectMany(value => Bytes(value, context))];
    }

    /// <summary>Whether a value is a number.</summary>
    public static bool IsNumber(object value) =>
        value is byte or sbyte or short or ushort or int or uint or long or ulong or float or double or decimal or System.Numerics.BigInteger;

    /// <summary>A number exactly.</summary>
    public static decimal ToDecimal(object value, ValueContext context)
    {
        try
        {
            return value switch
            {
                string text => decimal.Parse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture),
                System.Numerics.BigInteger big => (decimal)big,
                _ => Convert.ToDecimal(value, CultureInfo.InvariantCulture),
            };
        }
        catch (Exception exception) when (exception is FormatException or OverflowException or InvalidCastException)
        {
            throw context.Invalid($"The value is not a number that fits {context.VR}.");
        }
    }

    private static byte[] Bytes(object value, ValueContext context)
    {
        if (context.VR == DicomVR.AT) return TagBytes(value, context);
        if (!IsNumber(value) && value is not string) throw context.Invalid($"The value is {ValueEncoder.NameOf(value)}, which does not fit {context.VR}.");
        if (context.VR == DicomVR.FD) return BitConverter.GetBytes(ToDouble(value, context));
        if (context.VR == DicomVR.FL)
        {
            double number = ToDouble(value, context);
            if (!double.IsInfinity(number) && Math.Abs(number) > float.MaxValue) throw context.Invalid("The value is larger than FL allows.");
            return BitConverter.GetBytes((float)number);
        }

        decimal whole = ToDecimal(value, context);
        if (whole != decimal.Truncate(whole)) throw context.Invalid($"The value is not a whole number, as {context.VR} requires.");
        try
        {
            return context.VR.Code switch
            {
                "US" => BitConverter.GetBytes((ushort)whole),
                "SS" => BitConverter.GetBytes((short)whole),
                "UL" => BitConverter.GetBytes((uint)whole),
                "SL" => BitConverter.GetBytes((int)whole),
                "UV" => BitConverter.GetBytes((ulong)whole),
                _ => BitConverter.GetBytes((long)whole),
            };
        }
        catch (OverflowException)
        {
            throw context.Invalid($"The value is outside the range of {context.VR}.");
        }
    }

    private static double ToDouble(object value, ValueContext context)
    {
        if (value is System.Numerics.BigInteger big) return (double)big;
        if (value is not string text) return Convert.ToDouble(value, CultureInfo.InvariantCulture);
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && !double.IsInfinity(number)) return number;
        throw context.Invalid($"The value is not a number that fits {context.VR}.");
    }

    private static byte[] TagBytes(object value, ValueContext context)
    {
        DicomTag tag = value switch
        {
            DicomTag given => given,
            string text when DicomTag.TryParse(text, out DicomTag parsed) => parsed,
            string text when DicomDictionary.TryGet(text, out DicomDictionaryEntry? entry) && !entry.IsRepeating => entry.Tag,
            _ => throw context.Invalid("The value is not a tag, as AT requires: write it as (gggg,eeee), or name a keyword."),
        };
        return [.. BitConverter.GetBytes(tag.Group), .. BitConverter.GetBytes(tag.Element)];
    }
}
