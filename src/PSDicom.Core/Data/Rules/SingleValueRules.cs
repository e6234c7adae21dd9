using System;
using System.Globalization;

namespace PSDicom.Data.Rules;

/// <summary>The rules for one value of text, by its value representation (PS3.5 table 6.2-1).</summary>
internal static class SingleValueRules
{
    /// <summary>The first rule that a value breaks; null if it breaks none.</summary>
    /// <param name="vr">A value representation of text.</param>
    /// <param name="value">One value, without the padding of the element.</param>
    /// <param name="mayHaveOthers">Whether it may have characters that are not allowed.</param>
    public static ValueViolation? Find(DicomVR vr, ReadOnlySpan<char> value, bool mayHaveOthers)
    {
        if (value.IsEmpty) return null;
        if (vr == DicomVR.PN) return PersonNameRules.Find(value);
        if (TooLong(vr, value) is { } tooLong) return tooLong;
        if (mayHaveOthers && CharacterRules.Find(vr, value) is { } character) return character;
        return vr.Code switch
        {
            "AE" => IsBlank(value) ? Syntax("has only spaces") : null,
            "AS" => IsAge(value) ? null : Syntax("is not an age: three digits and D, W, M or Y"),
            "DA" => DateTimeRules.IsDate(value.TrimEnd(' ')) ? null : Syntax("is not a date: YYYYMMDD"),
            "TM" => DateTimeRules.IsTime(value.TrimEnd(' ')) ? null : Syntax("is not a time: HHMMSS.FFFFFF, of which all after the hour is optional"),
            "DT" => DateTimeRules.IsDateTime(value.TrimEnd(' ')) ? null : Syntax("is not a date and time: YYYYMMDDHHMMSS.FFFFFF&ZZXX, of which all after the year is optional"),
            "DS" => NumberRules.FindInDecimal(value),
            "IS" => NumberRules.FindInInteger(value),
            "UI" => UniqueIdentifierRules.Find(value),
            "UR" => value[0] == ' ' ? Syntax("begins with a space") : null,
            _ => null,
        };
    }

    /// <summary>A violation of the form of a value.</summary>
    public static ValueViolation Syntax(string detail) => new(ValueRule.Syntax, detail);

    /// <summary>The number of characters of a text: a pair of surrogates is one.</summary>
    public static int CountCharacters(ReadOnlySpan<char> text)
    {
        int count = 0;
        foreach (char character in text) count += char.IsLowSurrogate(character) ? 0 : 1;
        return count;
    }

    private static ValueViolation? TooLong(DicomVR vr, ReadOnlySpan<char> value)
    {
        if (vr.MaximumLength == 0 || value.Length <= vr.MaximumLength) return null;
        int count = CountCharacters(value);
        return count <= vr.MaximumLength ? null : new ValueViolation(
            ValueRule.Length, string.Format(CultureInfo.InvariantCulture, "has {0} characters; {1} allows {2}", count, vr, vr.MaximumLength));
    }

    private static bool IsBlank(ReadOnlySpan<char> value) => value.TrimStart(' ').IsEmpty;

    private static bool IsAge(ReadOnlySpan<char> value) =>
        value.Length == 4 && NumberRules.AreDigits(value.Slice(0, 3)) && value[3] is 'D' or 'W' or 'M' or 'Y';
}
