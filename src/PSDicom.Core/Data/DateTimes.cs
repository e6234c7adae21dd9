using System;

namespace PSDicom.Data;

/// <summary>Dates and times written as text: DA, TM, DT (PS3.5 section 6.2).</summary>
internal static class DateTimes
{
    /// <summary>Reads <c>YYYYMMDD</c>, also <c>YYYY.MM.DD</c> (ACR-NEMA) and the nonconforming <c>YYYY-MM-DD</c>.</summary>
    public static bool TryParseDate(string text, out DateTime value)
    {
        value = default;
        string digits = text.Trim();
        if (digits.Length == 10 && digits[4] == digits[7] && digits[4] is '.' or '-')
            digits = digits.Remove(7, 1).Remove(4, 1);
        return digits.Length == 8 && TryParseCalendar(digits, out value);
    }

    /// <summary>Reads <c>HH</c>, <c>HHMM</c>, or <c>HHMMSS</c> with a fraction of up to 7 digits; also with colons (ACR-NEMA).</summary>
    public static bool TryParseTime(string text, out TimeSpan value)
    {
        value = default;
        string digits = text.Trim().Replace(":", string.Empty);
        long fraction = 0;
        int point = digits.IndexOf('.');
        if (point >= 0)
        {
            if (point != 6 || !TryParseFraction(digits.Substring(7), out fraction)) return false;
            digits = digits.Substring(0, 6);
        }

        if (digits.Length is not (2 or 4 or 6)) return false;
        int hour = Number(digits, 0, 2), minute = Number(digits, 2, 2), second = Number(digits, 4, 2);

        // A leap second is written as 60 (PS3.5 table 6.2-1).
        if (hour is < 0 or > 23 || minute is < 0 or > 59 || second is < 0 or > 60) return false;
        value = new TimeSpan(hour, minute, second) + TimeSpan.FromTicks(fraction);
        return true;
    }

    /// <summary>
    /// Reads <c>YYYYMMDDHHMMSS.FFFFFF&amp;ZZXX</c>, of which all after the year is optional: as a <see cref="DateTimeOffset"/> if it has an
    /// offset, else as a <see cref="DateTime"/>.
    /// </summary>
    public static bool TryParseDateTime(string text, out object value)
    {
        value = text;
        string local = text.Trim();
        TimeSpan? offset = null;
        if (local.Length > 8 && local.Length - 5 is int sign && local[sign] is '+' or '-')
        {
            int hours = Number(local, sign + 1, 2), minutes = Number(local, sign + 3, 2);
            if (hours is < 0 or > 14 || minutes is < 0 or > 59) return false;
            offset = new TimeSpan(hours, minutes, 0);
            if (local[sign] == '-') offset = -offset;
            local = local.Substring(0, sign);
        }

        string date = local.Length >= 8 ? local.Substring(0, 8) : local;
        TimeSpan time = default;
        if (!TryParseCalendar(date, out DateTime day) || (local.Length > 8 && !TryParseTime(local.Substring(8), out time))) return false;
        if (day > DateTime.MaxValue - time) return false;
        day += time;
        if (offset is null)
        {
            value = day;
            return true;
        }

        long universal = day.Ticks - offset.Value.Ticks;
        if (universal < DateTime.MinValue.Ticks || universal > DateTime.MaxValue.Ticks || Math.Abs(offset.Value.Ticks) > TimeSpan.TicksPerHour * 14)
            return false;
        value = new DateTimeOffset(day, offset.Value);
        return true;
    }

    /// <summary>Year, or year and month, or year, month and day, in digits.</summary>
    private static bool TryParseCalendar(string digits, out DateTime value)
    {
        value = default;
        if (digits.Length is not (4 or 6 or 8)) return false;
        int year = Number(digits, 0, 4);
        int month = digits.Length > 4 ? Number(digits, 4, 2) : 1;
        int day = digits.Length > 6 ? Number(digits, 6, 2) : 1;
        if (year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)) return false;
        value = new DateTime(year, month, day);
        return true;
    }

    private static bool TryParseFraction(string digits, out long ticks)
    {
        ticks = 0;
        if (digits.Length > 7) digits = digits.Substring(0, 7);
        int number = Number(digits, 0, digits.Length);
        if (number < 0) return false;
        ticks = number;
        for (int i = digits.Length; i < 7; i++) ticks *= 10;
        return true;
    }

    /// <summary>The number in the digits; 0 if the text ends before them, -1 if they are not digits.</summary>
    private static int Number(string text, int start, int count)
    {
        int number = 0;
        for (int i = start; i < Math.Min(text.Length, start + count); i++)
        {
            if (text[i] is < '0' or > '9') return -1;
            number = (number * 10) + (text[i] - '0');
        }

        return number;
    }
}
