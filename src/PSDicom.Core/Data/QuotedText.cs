using System;
using System.Globalization;
using System.Linq;

namespace PSDicom.Data;

/// <summary>
/// Quotes values of a file in messages, but only if they are valid: with a wrong length, a value may contain what follows it, such as a
/// patient's name. That includes the header of an element, which is never valid in a value of these kinds.
/// </summary>
internal static class QuotedText
{
    private const char Separator = '\\';
    private const int FirstYear = 1850, LastYear = 2100;

    /// <summary>The text in quotes; if it is not valid, a description such as <c>not a code</c>.</summary>
    /// <param name="vr">The kind: CS, UI, IS or LO.</param>
    /// <param name="text">The whole value, as in the file.</param>
    public static string Of(DicomVR vr, string text) => IsOfKind(vr, text) ? $"'{text}'" : "not a " + NounOf(vr);

    /// <summary>
    /// Whether all values of a text are valid for its kind (PS3.5 section 6.2). Eight digits that are a date of this time are not: they may be a
    /// birth date that got there.
    /// </summary>
    /// <param name="vr">The kind: CS, UI, IS or LO.</param>
    /// <param name="text">The whole value, as in the file.</param>
    public static bool IsOfKind(DicomVR vr, string text) => text.Split(Separator).All(value => IsOne(vr, value));

    private static bool IsOne(DicomVR vr, string value) => value.Length <= vr.MaximumLength && value.All(character => Has(vr, character)) && !IsDate(value);

    private static bool IsDate(string value) =>
        DateTime.TryParseExact(value.Trim(), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime date) && date.Year is >= FirstYear and < LastYear;

    private static bool Has(DicomVR vr, char character) => vr.Code switch
    {
        "CS" => character is (>= 'A' and <= 'Z') or (>= '0' and <= '9') or ' ' or '_',
        "UI" => character is (>= '0' and <= '9') or '.',
        "IS" => character is (>= '0' and <= '9') or '+' or '-' or ' ',
        "LO" => !char.IsControl(character) && character != '\uFFFD',
        _ => throw new ArgumentOutOfRangeException(nameof(vr)),
    };

    private static string NounOf(DicomVR vr) => vr.Code switch
    {
        "CS" => "code",
        "UI" => "unique identifier",
        "IS" => "whole number",
        _ => "line of text",
    };
}
