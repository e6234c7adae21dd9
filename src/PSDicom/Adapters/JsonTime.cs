using System;
using System.Diagnostics;
using System.Linq;

namespace PSDicom.Adapters;

/// <summary>
/// Times as ConvertTo-Json has to be given them. It writes a TimeSpan as an object of its ticks, days, hours and so on; there is no
/// attribute or setting that tells it otherwise, so that who asks for a value has to be looked up.
/// </summary>
internal static class JsonTime
{
    // Of PowerShell 7, and of Windows PowerShell 5.1.
    private static readonly string[] Writers = ["Microsoft.PowerShell.Commands.JsonObject", "Microsoft.PowerShell.Commands.ConvertToJsonCommand"];

    /// <summary>A time, or times, as text as in ISO 8601, if ConvertTo-Json asks for it; else the value itself.</summary>
    public static object? Of(object? value) => value switch
    {
        TimeSpan time when IsForJson() => Text(time),
        TimeSpan[] times when IsForJson() => Array.ConvertAll(times, Text),
        _ => value,
    };

    private static string Text(TimeSpan time) => time.ToString(time.Ticks % TimeSpan.TicksPerSecond == 0 ? @"hh\:mm\:ss" : @"hh\:mm\:ss\.FFFFFF");

    // Whoever asks for the properties of an object is some frames up; what called that does not matter.
    private static bool IsForJson()
    {
        const int Near = 16;
        var stack = new StackTrace(fNeedFileInfo: false);
        for (int i = 0; i < Math.Min(Near, stack.FrameCount); i++)
        {
            if (stack.GetFrame(i)?.GetMethod()?.DeclaringType is { } type && Writers.Contains(type.FullName)) return true;
        }

        return false;
    }
}
