using System;
using System.Threading;

namespace PSDicom.Threading;

/// <summary>Memory that several files share, so that together they take no more than that.</summary>
/// <param name="bytes">How many bytes there are.</param>
internal sealed class MemoryBudget(long bytes)
{
    private long _left = bytes;

    /// <summary>How many bytes nobody has.</summary>
    public long Left => Interlocked.Read(ref _left);

    /// <summary>Takes bytes, which are given back when the share is disposed; null if there are not as many, or none are asked for.</summary>
    public Share? TryTake(long count)
    {
        if (count <= 0) return null;
        if (Interlocked.Add(ref _left, -count) >= 0) return new Share(this, count);
        Interlocked.Add(ref _left, count);
        return null;
    }

    /// <summary>Bytes of a budget.</summary>
    public sealed class Share : IDisposable
    {
        private readonly MemoryBudget _budget;
        private long _count;

        internal Share(MemoryBudget budget, long count)
        {
            _budget = budget;
            _count = count;
        }

        public void Dispose() => Interlocked.Add(ref _budget._left, Interlocked.Exchange(ref _count, 0));
    }
}
