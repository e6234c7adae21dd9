using System;
using System.Threading;

namespace PSDicom.Threading;

/// <summary>How many threads work on frames, of as many as there are processors.</summary>
/// <param name="count">The processors.</param>
internal sealed class Processors(int count)
{
    private int _atWork;

    /// <summary>Those of this machine, for all frames of the process.</summary>
    public static Processors Shared { get; } = new(Environment.ProcessorCount);

    public int Count => count;

    /// <summary>Threads at work; more than there are processors if so many frames are decoded at once.</summary>
    public int AtWork => Volatile.Read(ref _atWork);

    public void Begin() => Interlocked.Increment(ref _atWork);

    public void End() => Interlocked.Decrement(ref _atWork);

    /// <summary>Begins unless so many are at work.</summary>
    public bool TryBegin(int most)
    {
        for (int atWork = AtWork; atWork < most; atWork = AtWork)
        {
            if (Interlocked.CompareExchange(ref _atWork, atWork + 1, atWork) == atWork) return true;
        }

        return false;
    }

    /// <summary>Ends if more than so many are at work.</summary>
    public bool TryEnd(int most)
    {
        for (int atWork = AtWork; atWork > most; atWork = AtWork)
        {
            if (Interlocked.CompareExchange(ref _atWork, atWork - 1, atWork) == atWork) return true;
        }

        return false;
    }
}
