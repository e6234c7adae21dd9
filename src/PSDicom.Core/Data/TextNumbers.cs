using System;
using System.Globalization;

namespace PSDicom.Data;

/// <summary>Numbers written as text: IS and DS (PS3.5 section 6.2).</summary>
internal static class TextNumbers
{
    private const NumberStyles Style =
        NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite | NumberStyles.AllowLeadingSign |
        NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    /// <summary>Reads DS. A decimal comma, which some devices write, counts as a point.</summary>
    public static bool TryParseDecimal(string text, out double value)
    {
        if (text.IndexOf(',') is >= 0 and int comma && comma == text.LastIndexOf(',') && text.IndexOf('.') < 0) text = text.Replace(',', '.');
        return double.TryParse(text, Style, CultureInfo.InvariantCulture, out value) && !double.IsInfinity(value);
    }

    /// <summary>Reads IS, also an integer in decimal or exponential notation. A comma is invalid, as it may separate thousands.</summary>
    public static bool TryParseInteger(string text, out long value)
    {
        if (long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out value)) return true;
        if (text.IndexOf(',') >= 0 || !TryParseDecimal(text, out double number) || number != Math.Floor(number) || Math.Abs(number) >= 1e15) return false;
        value = (long)number;
        return true;
    }
}
