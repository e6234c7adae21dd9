using System;

namespace PSDicom.Data.Rules;

/// <summary>The rules for numbers written as text: DS and IS (PS3.5 table 6.2-1).</summary>
internal static class NumberRules
{
    private const int IntegerDigits = 10;
    private const long MaxInteger = int.MaxValue;

    /// <summary>The rule that a decimal string breaks; null if it breaks none.</summary>
    public static ValueViolation? FindInDecimal(ReadOnlySpan<char> value)
    {
        ReadOnlySpan<char> number = WithoutSign(value.Trim(' '));
        int exponent = number.IndexOfAny('E', 'e');
        if (exponent >= 0 && !IsInteger(number.Slice(exponent + 1))) return NotANumber();
        ReadOnlySpan<char> mantissa = exponent < 0 ? number : number.Slice(0, exponent);
        int point = mantissa.IndexOf('.');
        ReadOnlySpan<char> whole = point < 0 ? mantissa : mantissa.Slice(0, point), fraction = point < 0 ? default : mantissa.Slice(point + 1);
        if (whole.Length + fraction.Length == 0 || !AreDigits(whole) || !AreDigits(fraction)) return NotANumber();
        return exponent < 0 || TextNumbers.TryParseDecimal(value.ToString(), out _) ? null : new ValueViolation(ValueRule.Range, "is larger than any number that can be read");
    }

    /// <summary>The rule that an integer string breaks; null if it breaks none.</summary>
    public static ValueViolation? FindInInteger(ReadOnlySpan<char> value)
    {
        ReadOnlySpan<char> text = value.Trim(' ');
        ReadOnlySpan<char> digits = WithoutSign(text);
        if (digits.IsEmpty || !AreDigits(digits)) return SingleValueRules.Syntax("is not a whole number");
        digits = digits.TrimStart('0');
        if (digits.Length < IntegerDigits) return null;
        long number = 0;
        foreach (char digit in digits) number = (number * 10) + (digit - '0');
        return number <= (text[0] == '-' ? MaxInteger + 1 : MaxInteger) ? null : new ValueViolation(ValueRule.Range, "is beyond 32 bits, the range of IS");
    }

    /// <summary>Whether a text has only digits, or nothing.</summary>
    public static bool AreDigits(ReadOnlySpan<char> text)
    {
        foreach (char character in text)
        {
            if (character is < '0' or > '9') return false;
        }

        return true;
    }

    private static ValueViolation NotANumber() => SingleValueRules.Syntax("is not a number");

    private static bool IsInteger(ReadOnlySpan<char> text) => WithoutSign(text) is { IsEmpty: false } digits && AreDigits(digits);

    private static ReadOnlySpan<char> WithoutSign(ReadOnlySpan<char> text) => text.IsEmpty || text[0] is not ('+' or '-') ? text : text.Slice(1);
}
