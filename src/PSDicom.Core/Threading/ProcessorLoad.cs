using System;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

namespace PSDicom.Threading;

/// <summary>
/// Whether this process keeps the processors busy, measured over the last twentieth of a second. It counts as busy until then, and where the
/// system does not say. Not thread-safe.
/// </summary>
/// <param name="used">The processor time of this process so far; null if unknown.</param>
internal sealed class ProcessorLoad(Func<TimeSpan?> used)
{
    /// <summary>The measuring interval in milliseconds.</summary>
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

    /// <summary>Whether more threads would only compete with those at work.</summary>
    public bool IsFull()
    {
        long now = Stopwatch.GetTimestamp();
        if (now - _asked < Interval) return _isFull;
        TimeSpan? total = used();
        _isFull = total - _used is not { } spent || spent.TotalSeconds > (double)(now - _asked) / Stopwatch.Frequency * Environment.ProcessorCount * Busy;
        (_asked, _used) = (now, total);
        return _isFull;
    }

    /// <summary>May fail: on Linux it reads /proc, which may not be mounted, and needs a file handle.</summary>
    [SuppressMessage("Design", "CA1031", Justification = "Systems throw many types here; the load is then unknown.")]
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
