using System;
using System.Threading;

namespace PSDicom;

/// <summary>Memory that several files share, so that together they take no more than that.</summary>
/// <param name="bytes">How many bytes there are.</param>
internal sealed class MemoryBudget(long bytes)
{
    private const int Pause = 10; // milliseconds
    private const int AttemptsUntilCollection = 64;

    private long _left = bytes;

    /// <summary>How many bytes nobody has.</summary>
    public long Left => Interlocked.Read(ref _left);

    /// <summary>Takes bytes, which are given back when the share is disposed; null if there are not as many, or none are asked for.</summary>
    public Share? TryTake(long count)
    {
        if (count <= 0) return null;
        return TryAdd(count) ? new Share(this, count) : null;
    }

    /// <summary>The same, and waits until there are as many: for memory that is soon given back, by who waits for nothing that this one has.</summary>
    /// <exception cref="OperationCanceledException">The waiting was ended.</exception>
    public Share? Take(long count, CancellationToken cancellation)
    {
        if (count <= 0) return null;
        for (int attempt = 1; ; attempt++)
        {
            if (TryTake(count) is { } share) return share;
            cancellation.WaitHandle.WaitOne(Pause);
            cancellation.ThrowIfCancellationRequested();
            if (attempt % AttemptsUntilCollection != 0) continue;

            // What nobody refers to any more still counts until it is collected.
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
    }

    private bool TryAdd(long count)
    {
        if (Interlocked.Add(ref _left, -count) >= 0) return true;
        Interlocked.Add(ref _left, count);
        return false;
    }

    /// <summary>Bytes of a budget. They are also given back when nobody refers to the share any more.</summary>
    public sealed class Share : IDisposable
    {
        private readonly MemoryBudget _budget;
        private long _count;

        internal Share(MemoryBudget budget, long count)
        {
            _budget = budget;
            _count = count;
        }

        ~Share() => GiveBack();

        /// <summary>How many bytes the share has.</summary>
        public long Count => Interlocked.Read(ref _count);

        /// <summary>Takes more bytes into the share; false if there are not as many.</summary>
        public bool TryAdd(long count)
        {
            if (!_budget.TryAdd(count)) return false;
            Interlocked.Add(ref _count, count);
            return true;
        }

        public void Dispose()
        {
            GiveBack();
            GC.SuppressFinalize(this);
        }

        private void GiveBack() => Interlocked.Add(ref _budget._left, Interlocked.Exchange(ref _count, 0));
    }
}
