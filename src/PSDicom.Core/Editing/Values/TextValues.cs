using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using PSDicom.Data.Rules;

namespace PSDicom.Editing.Values;

/// <summary>Encodes values of text (PS3.5 table 6.2-1).</summary>
internal static class TextValues
{
    private const int MaxDecimal = 16;

    /// <summary>Encodes values.</summary>
    /// <exception cref="DicomException">One does not fit.</exception>
    public static byte[] Encode(IReadOnlyList<object> values, ValueContext context)
    {
        if (values.Count > 1 && !context.VR.IsMultiValued) throw context.Invalid($"{context.VR} has a single value, and {values.Count} were given.");
        return Encode(string.Join("\\", values.Select(value => ToText(value, context))), context);
    }

    /// <summary>Encodes a text.</summary>
    /// <param name="text">The whole value, with backslashes between values.</param>
    /// <param name="context">Where it is written.</param>
    /// <exception cref="DicomException">It does not fit.</exception>
    public static byte[] Encode(string text, ValueContext context)
    {
        if (context.IsValidated) Check(text, context);
        if (context.CharacterSet.TryEncode(text, context.VR, out byte[]? bytes)) return bytes;
        throw new DicomException(
            DicomErrorReason.NotInCharacterSet,
            context.VR.UsesCharacterSet
                ? $"The value has characters that the character set of the file ({Name(context)}) does not contain. Encode all text of the file as ISO_IR 192, which is UTF-8, to write it (-EncodeAs, --encode-as)."
                : $"The value has characters that are not ASCII, which {context.VR} does not allow.",
            tagPath: context.Path);
    }

    private static string Name(ValueContext context) => context.CharacterSet.Terms.Count == 0 ? "none is declared: ASCII" : context.CharacterSet.ToString();

    private static void Check(string text, ValueContext context)
    {
        int count = ValueRules.CountValues(context.VR, text.AsSpan());
        IReadOnlyList<ValueViolation> violations = ValueRules.OfText(context.VR, text.AsSpan());
        ValueViolation? violation = violations.FirstOrDefault(found => found.Rule != ValueRule.Padding)
            ?? (context.Multiplicity is { } multiplicity ? ValueRules.OfCount(multiplicity, count) : null);
        if (violation is not null) throw context.Invalid($"{violation.Describe("this element", count)} Skip validation to write it nevertheless.");
    }

    private static string ToText(object value, ValueContext context) => (value, context.VR.Code) switch
    {
        (string text, _) => text,
        (DateTime date, "DA") => Invariant(date, "yyyyMMdd"),
        (DateTime date, "TM") => WithoutZeros(Invariant(date, "HHmmss.ffffff")),
        (DateTime date, "DT") => WithoutZeros(Invariant(date, "yyyyMMddHHmmss.ffffff")),
        (DateTimeOffset date, "DA") => Invariant(date, "yyyyMMdd"),
        (DateTimeOffset date, "TM") => WithoutZeros(Invariant(date, "HHmmss.ffffff")),
        (DateTimeOffset date, "DT") => WithoutZeros(Invariant(date, "yyyyMMddHHmmss.ffffff")) + OffsetOf(date),
        (TimeSpan time, "TM") when time >= TimeSpan.Zero && time < TimeSpan.FromDays(1) => WithoutZeros(time.ToString("hhmmss\\.ffffff", CultureInfo.InvariantCulture)),
        (IFormattable date, "DA") when date.GetType().FullName == "System.DateOnly" => Invariant(date, "yyyyMMdd"),
        (IFormattable time, "TM") when time.GetType().FullName == "System.TimeOnly" => WithoutZeros(Invariant(time, "HHmmss.ffffff")),
        (IFormattable number, "IS") when NumberValues.IsNumber(number) => WholeNumber(number, context),
        (IFormattable number, "DS") when NumberValues.IsNumber(number) => Decimal(number, context),
        (IFormattable number, "LO" or "SH" or "CS" or "ST" or "LT" or "UT" or "UC" or "PN" or "AE") when NumberValues.IsNumber(number) => Invariant(number, null),
        _ => throw context.Invalid($"The value is {ValueEncoder.NameOf(value)}, which does not fit {context.VR}."),
    };

    private static string WholeNumber(IFormattable number, ValueContext context)
    {
        decimal whole = NumberValues.ToDecimal(number, context);
        return whole == decimal.Truncate(whole)
            ? decimal.Truncate(whole).ToString("0", CultureInfo.InvariantCulture)
            : throw context.Invalid("The value is not a whole number, as IS requires.");
    }

    /// <summary>A number in at most 16 characters, as exactly as they allow.</summary>
    private static string Decimal(IFormattable number, ValueContext context)
    {
        if (number is double.NaN or double.PositiveInfinity or double.NegativeInfinity or float.NaN or float.PositiveInfinity or float.NegativeInfinity)
            throw context.Invalid("The value is not a finite number, as DS requires.");
        string text = Invariant(number, number is double or float ? "R" : null);
        double exact = Convert.ToDouble(number, CultureInfo.InvariantCulture);
        for (int digits = MaxDecimal; text.Length > MaxDecimal; digits--) text = exact.ToString("G" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return text;
    }

    private static string OffsetOf(DateTimeOffset date) =>
        (date.Offset < TimeSpan.Zero ? "-" : "+") + date.Offset.ToString("hhmm", CultureInfo.InvariantCulture);

    private static string WithoutZeros(string time) => time.TrimEnd('0') is var trimmed && trimmed.EndsWith(".", StringComparison.Ordinal)
        ? trimmed.Substring(0, trimmed.Length - 1)
        : trimmed;

    private static string Invariant(IFormattable value, string? format) => value.ToString(format, CultureInfo.InvariantCulture);
}
