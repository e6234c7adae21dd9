using System;

namespace PSDicom.Adapters;

/// <summary>
/// Times as ConvertTo-Json has to be given them: it writes a TimeSpan as an object of its ticks, days, hours and so on.
/// </summary>
internal static class JsonTime
{
    /// <summary>A time, or times, as text as in ISO 8601, if ConvertTo-Json asks for it; else the value itself.</summary>
    public static object? Of(object? value) => value switch
    {
        TimeSpan time when Asker.IsJson() => Text(time),
        TimeSpan[] times when Asker.IsJson() => Array.ConvertAll(times, Text),
        _ => value,
    };

    private static string Text(TimeSpan time) => time.ToString(time.Ticks % TimeSpan.TicksPerSecond == 0 ? @"hh\:mm\:ss" : @"hh\:mm\:ss\.FFFFFF");
}
