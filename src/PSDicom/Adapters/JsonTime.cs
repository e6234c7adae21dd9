using System;

namespace PSDicom.Adapters;

/// <summary>Times for ConvertTo-Json, which writes a TimeSpan as an object of ticks, days, hours and so on.</summary>
internal static class JsonTime
{
    /// <summary>One or several times as ISO 8601 text if ConvertTo-Json asks; otherwise the value itself.</summary>
    public static object? Of(object? value) => value switch
    {
        TimeSpan time when Asker.IsJson() => Text(time),
        TimeSpan[] times when Asker.IsJson() => Array.ConvertAll(times, Text),
        _ => value,
    };

    private static string Text(TimeSpan time) => time.ToString(time.Ticks % TimeSpan.TicksPerSecond == 0 ? @"hh\:mm\:ss" : @"hh\:mm\:ss\.FFFFFF");
}
