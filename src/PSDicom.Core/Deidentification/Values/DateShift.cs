using System;
using System.Globalization;
using System.Linq;
using PSDicom.Data;

namespace PSDicom.Deidentification.Values;

/// <summary>Moves dates by whole days. Times of day stay, so that intervals within a day are true.</summary>
internal static class DateShift
{
    private const string DateFormat = "yyyyMMdd";
    private const int DateLength = 8;

    /// <summary>Dates, times or dates with times, moved.</summary>
    /// <param name="vr">DA, TM or DT.</param>
    /// <param name="text">One or more values.</param>
    /// <param name="days">By how many days they become earlier; 0 to only check them.</param>
    /// <returns>Null if one of them is invalid or incomplete, so that it cannot be moved.</returns>
    public static string? Shift(DicomVR vr, string text, int days)
    {
        string?[] shifted = [.. text.Split('\\').Select(value => value.Trim().Length == 0 ? value : ShiftOne(vr, value.Trim(), days))];
        return shifted.Contains(null) ? null : string.Join("\\", shifted);
    }

    private static string? ShiftOne(DicomVR vr, string value, int days)
    {
        if (vr == DicomVR.TM) return DateTimes.TryParseTime(value, out _) ? value : null;
        if (vr == DicomVR.DA) return DateTimes.TryParseDate(value, out DateTime day) ? Earlier(day, days) : null;
        if (value.Length < DateLength || !DateTimes.TryParseDateTime(value, out _) || !DateTimes.TryParseDate(value.Substring(0, DateLength), out DateTime date)) return null;
        return Earlier(date, days) is { } earlier ? earlier + value.Substring(DateLength) : null;
    }

    private static string? Earlier(DateTime day, int days) =>
        day > DateTime.MinValue.AddDays(days) ? day.AddDays(-days).ToString(DateFormat, CultureInfo.InvariantCulture) : null;
}
