using System;
using System.Threading;

namespace PSDicom.Threading;

/// <summary>Counts the threads that work on frames.</summary>
/// <param name="count">The number of processors.</param>
internal sealed class Processors(int count)
{
    private int _atWork;

    /// <summary>The processors of this machine, for all frames of the process.</summary>
    public static Processors Shared { get; } = new(Environment.ProcessorCount);

    public int Count => count;

    /// <summary>Threads at work; more than there are processors if many frames are decoded at once.</summary>
    public int AtWork => Volatile.Read(ref _atWork);

    public void Begin() => Interlocked.Increment(ref _atWork);

    public void End() => Interlocked.Decrement(ref _atWork);

    /// <summary>Begins unless the maximum is at work.</summary>
    public bool TryBegin(int max)
    {
        for (int atWork = AtWork; atWork < max; atWork = AtWork)
        {
            if (Interlocked.CompareExchange(ref _atWork, atWork + 1, atWork) == atWork) return true;
        }

        return false;
    }

    /// <summary>Ends if more than the maximum are at work.</summary>
    public bool TryEnd(int max)
    {
        for (int atWork = AtWork; atWork > max; atWork = AtWork)
        {
            if (Interlocked.CompareExchange(ref _atWork, atWork - 1, atWork) == atWork) return true;
        }

        return false;
    }
}
