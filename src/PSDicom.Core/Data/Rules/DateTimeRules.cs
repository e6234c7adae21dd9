using System;

namespace PSDicom.Data.Rules;

/// <summary>The form of dates and times (PS3.5 table 6.2-1). <see cref="DateTimes"/> reads more forms than the standard allows.</summary>
internal static class DateTimeRules
{
    private const int DateLength = 8;
    private const int TimeLength = 6;
    private const int OffsetLength = 5;
    private const int MaxFraction = 6;

    // Minutes from UTC.
    private const int MostWest = 12 * 60;
    private const int MostEast = 14 * 60;

    /// <summary>Whether a text is <c>YYYYMMDD</c>, and a day of the calendar.</summary>
    public static bool IsDate(ReadOnlySpan<char> text) => text.Length == DateLength && IsCalendar(text);

    /// <summary>Whether a text is <c>HHMMSS.FFFFFF</c>; all after the hour is optional. A second may be 60, a leap second.</summary>
    public static bool IsTime(ReadOnlySpan<char> text)
    {
        int point = text.IndexOf('.');
        if (point >= 0)
        {
            ReadOnlySpan<char> fraction = text.Slice(point + 1);
            if (point != TimeLength || fraction.Length is 0 or > MaxFraction || !NumberRules.AreDigits(fraction)) return false;
            text = text.Slice(0, point);
        }

        if (text.Length is not (2 or 4 or TimeLength) || !NumberRules.AreDigits(text)) return false;
        return Pair(text, 0) < 24 && (text.Length < 4 || Pair(text, 2) < 60) && (text.Length < TimeLength || Pair(text, 4) <= 60);
    }

    /// <summary>Whether a text is <c>YYYYMMDDHHMMSS.FFFFFF&amp;ZZXX</c>; all after the year is optional.</summary>
    public static bool IsDateTime(ReadOnlySpan<char> text)
    {
        int sign = text.IndexOfAny('+', '-');
        if (sign >= 0)
        {
            ReadOnlySpan<char> offset = text.Slice(sign);
            if (offset.Length != OffsetLength || !NumberRules.AreDigits(offset.Slice(1)) || Pair(offset, 3) >= 60) return false;
            if (((Pair(offset, 1) * 60) + Pair(offset, 3)) > (offset[0] == '-' ? MostWest : MostEast)) return false;
            text = text.Slice(0, sign);
        }

        if (text.Length <= DateLength) return IsCalendar(text);
        return IsCalendar(text.Slice(0, DateLength)) && IsTime(text.Slice(DateLength));
    }

    private static bool IsCalendar(ReadOnlySpan<char> digits)
    {
        if (digits.Length is not (4 or 6 or DateLength) || !NumberRules.AreDigits(digits)) return false;
        int year = (Pair(digits, 0) * 100) + Pair(digits, 2);
        int month = digits.Length > 4 ? Pair(digits, 4) : 1;
        int day = digits.Length > 6 ? Pair(digits, 6) : 1;
        return year > 0 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);
    }

    private static int Pair(ReadOnlySpan<char> digits, int start) => ((digits[start] - '0') * 10) + digits[start + 1] - '0';
}
