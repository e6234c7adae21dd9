using System;
using System.Diagnostics;

namespace PSDicom.Threading;

/// <summary>
/// Whether this process keeps the processors busy, as of the last twentieth of a second; before one is over, it is taken to. For one thread
/// at a time.
/// </summary>
internal sealed class ProcessorLoad
{
    /// <summary>How long a load is looked at, in milliseconds.</summary>
    public const int Milliseconds = 50;

    private const double Busy = 0.5;

    private static readonly long Interval = Stopwatch.Frequency * Milliseconds / 1000;

    private long _asked = Stopwatch.GetTimestamp();
    private TimeSpan _used = Used();
    private bool _isFull = true;

    /// <summary>Whether more threads would only take the processors from those that are at work.</summary>
    public bool IsFull()
    {
        long now = Stopwatch.GetTimestamp();
        if (now - _asked < Interval) return _isFull;
        TimeSpan used = Used();
        _isFull = (used - _used).TotalSeconds > (double)(now - _asked) / Stopwatch.Frequency * Environment.ProcessorCount * Busy;
        (_asked, _used) = (now, used);
        return _isFull;
    }

    private static TimeSpan Used()
    {
        using var process = Process.GetCurrentProcess();
        return process.TotalProcessorTime;
    }
}
