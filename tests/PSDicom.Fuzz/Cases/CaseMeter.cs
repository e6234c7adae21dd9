using System.Diagnostics;

namespace PSDicom.Fuzz;

/// <summary>Measures what a case costs from now on.</summary>
internal sealed class CaseMeter : IDisposable
{
    private readonly Process? _process;
    private readonly long _allocated;
    private readonly double _used;
    private readonly long _start = Stopwatch.GetTimestamp();

    /// <param name="isAlone">
    /// Whether the case is all that the process does: then all threads count. Beside others only the memory of this thread can be told.
    /// </param>
    public CaseMeter(bool isAlone)
    {
        _process = isAlone ? Process.GetCurrentProcess() : null;
        _used = Used();
        _allocated = AllocatedInAll();
    }

    /// <summary>Bytes that were allocated.</summary>
    public long Allocated => AllocatedInAll() - _allocated;

    /// <summary>Seconds of processors that were used: others on the machine do not matter. 0 if they cannot be told.</summary>
    public double Seconds
    {
        get
        {
            _process?.Refresh();
            return Used() - _used;
        }
    }

    public double Milliseconds => Stopwatch.GetElapsedTime(_start).TotalMilliseconds;

    public void Dispose() => _process?.Dispose();

    private double Used() => _process?.TotalProcessorTime.TotalSeconds ?? 0;

#if NET
    private long AllocatedInAll() => _process is null ? GC.GetAllocatedBytesForCurrentThread() : GC.GetTotalAllocatedBytes(precise: true);
#else
    // .NET Framework counts for the thread only.
    private static long AllocatedInAll() => GC.GetAllocatedBytesForCurrentThread();
#endif
}
