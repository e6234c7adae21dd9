using System;
using System.Collections.Generic;
using System.Globalization;

namespace PSDicom.Data.Rules;

/// <summary>
/// The rules of PS3.5 for values: what a reader tolerates, a validator reports and an editor refuses. A value without fault allocates nothing.
/// </summary>
internal static class ValueRules
{
    /// <summary>The rules that a text breaks, each once.</summary>
    /// <param name="vr">A value representation of text.</param>
    /// <param name="text">The decoded value: all values with their separators; padding at its end is allowed.</param>
    public static IReadOnlyList<ValueViolation> OfText(DicomVR vr, ReadOnlySpan<char> text) => OfText(vr, text, out _);

    /// <inheritdoc cref="OfText(DicomVR, ReadOnlySpan{char})"/>
    /// <param name="vr">A value representation of text.</param>
    /// <param name="text">The decoded value.</param>
    /// <param name="count">The number of values.</param>
    public static IReadOnlyList<ValueViolation> OfText(DicomVR vr, ReadOnlySpan<char> text, out int count)
    {
        List<ValueViolation>? violations = null;
        ReadOnlySpan<char> rest = WithoutPadding(vr, text, out bool hasWrongPadding);
        count = rest.IsEmpty ? 0 : 1;
        if (hasWrongPadding) Add(ref violations, new ValueViolation(ValueRule.Padding, vr == DicomVR.UI ? "is padded with spaces; UI requires a zero byte" : $"is padded with zero bytes; {vr} requires spaces"));
        for (int number = 1; ; number++)
        {
            int end = vr.IsMultiValued ? rest.IndexOf('\\') : -1;
            if (SingleValueRules.Find(vr, end < 0 ? rest : rest.Slice(0, end)) is { } violation) Add(ref violations, violation with { First = number });
            if (end < 0) return violations ?? (IReadOnlyList<ValueViolation>)[];
            rest = rest.Slice(end + 1);
            count++;
        }
    }

    /// <summary>The rule that the length of a value breaks; null if it breaks none.</summary>
    /// <param name="vr">Any value representation; that of text has none.</param>
    /// <param name="byteLength">The length in bytes.</param>
    public static ValueViolation? OfByteLength(DicomVR vr, long byteLength) => byteLength % vr.UnitSize == 0 ? null : new ValueViolation(
        ValueRule.ByteLength, string.Format(CultureInfo.InvariantCulture, "has {0} bytes; {1} has a multiple of {2}", byteLength, vr, vr.UnitSize));

    /// <summary>The rule that the number of values breaks; null if it breaks none.</summary>
    /// <param name="multiplicity">What the dictionary allows, such as <c>1-n</c> (<see cref="DicomDictionaryEntry.VM"/>).</param>
    /// <param name="count">The number of values. No value is always allowed here: whether one is required depends on the module.</param>
    public static ValueViolation? OfCount(string multiplicity, int count) =>
        count == 0 || MultiplicityRange.Of(multiplicity).Allows(count) ? null : new ValueViolation(
            ValueRule.Multiplicity, string.Format(CultureInfo.InvariantCulture, "has {0} {1}; the dictionary allows {2}", count, count == 1 ? "value" : "values", multiplicity));

    /// <summary>The number of values of a text.</summary>
    /// <param name="vr">A value representation of text.</param>
    /// <param name="text">The decoded value; padding at its end is allowed.</param>
    public static int CountValues(DicomVR vr, ReadOnlySpan<char> text)
    {
        OfText(vr, text, out int count);
        return count;
    }

    /// <summary>The text without the padding at its end.</summary>
    private static ReadOnlySpan<char> WithoutPadding(DicomVR vr, ReadOnlySpan<char> text, out bool hasWrongPadding)
    {
        hasWrongPadding = false;
        int length = text.Length;
        if (length == 0 || text[length - 1] is not (' ' or '\0')) return text;
        char wrong = vr.Padding == 0 ? ' ' : '\0';
        for (; length > 0 && text[length - 1] is ' ' or '\0'; length--) hasWrongPadding |= text[length - 1] == wrong;
        return text.Slice(0, length);
    }

    private static void Add(ref List<ValueViolation>? violations, ValueViolation violation)
    {
        violations ??= [];
        int known = violations.FindIndex(other => other.Rule == violation.Rule);
        if (known < 0) violations.Add(violation);
        else violations[known] = violations[known] with { Count = violations[known].Count + 1 };
    }
}
