using System;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

namespace PSDicom.Threading;

/// <summary>
/// Whether this process keeps the processors busy, as of the last twentieth of a second; before one is over, it is taken to, and also where the
/// system does not tell. For one thread at a time.
/// </summary>
/// <param name="used">The processor time of this process so far; null if that is not known.</param>
internal sealed class ProcessorLoad(Func<TimeSpan?> used)
{
    /// <summary>How long a load is looked at, in milliseconds.</summary>
    public const int Milliseconds = 50;

    private const double Busy = 0.5;

    private static readonly long Interval = Stopwatch.Frequency * Milliseconds / 1000;

    private long _asked = Stopwatch.GetTimestamp();
    private TimeSpan? _used = used();
    private bool _isFull = true;

    public ProcessorLoad()
        : this(Used)
    {
    }

    /// <summary>Whether more threads would only take the processors from those that are at work.</summary>
    public bool IsFull()
    {
        long now = Stopwatch.GetTimestamp();
        if (now - _asked < Interval) return _isFull;
        TimeSpan? total = used();
        _isFull = total - _used is not { } spent || spent.TotalSeconds > (double)(now - _asked) / Stopwatch.Frequency * Environment.ProcessorCount * Busy;
        (_asked, _used) = (now, total);
        return _isFull;
    }

    /// <summary>On Linux it stands in /proc, which may not be there, and takes a handle, of which there may be none left.</summary>
    [SuppressMessage("Design", "CA1031", Justification = "What systems throw here is of many types, and none of it matters.")]
    private static TimeSpan? Used()
    {
        try
        {
            using var process = Process.GetCurrentProcess();
            return process.TotalProcessorTime;
        }
        catch (Exception)
        {
            return null;
        }
    }
}
