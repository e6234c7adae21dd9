using System;
using System.Threading;

namespace PSDicom.Threading;

/// <summary>An amount of memory that several files or frames share.</summary>
/// <param name="bytes">The amount in bytes.</param>
internal sealed class MemoryBudget(long bytes)
{
    private const int Pause = 10; // milliseconds
    private const int AttemptsUntilCollection = 64;

    private long _left = bytes;

    /// <summary>The number of free bytes.</summary>
    public long Free => Interlocked.Read(ref _left);

    /// <summary>Takes bytes, which are released when the share is disposed; null if too few are free, or if none are requested.</summary>
    public Share? TryTake(long count)
    {
        if (count <= 0) return null;
        return TryAdd(count) ? new Share(this, count) : null;
    }

    /// <summary>
    /// Takes bytes, and waits until enough are free. Only for memory that is soon released by threads that do not wait for the caller.
    /// </summary>
    /// <exception cref="OperationCanceledException">The wait was canceled.</exception>
    public Share? Take(long count, CancellationToken cancellation)
    {
        if (count <= 0) return null;
        for (int attempt = 1; ; attempt++)
        {
            if (TryTake(count) is { } share) return share;
            cancellation.WaitHandle.WaitOne(Pause);
            cancellation.ThrowIfCancellationRequested();
            if (attempt % AttemptsUntilCollection != 0) continue;

            // Shares without a reference count until they are collected.
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

    /// <summary>Bytes of a budget. They are also released when the share is collected.</summary>
    public sealed class Share : IDisposable
    {
        private readonly MemoryBudget _budget;
        private long _count;

        internal Share(MemoryBudget budget, long count)
        {
            _budget = budget;
            _count = count;
        }

        ~Share() => Release();

        /// <summary>The bytes of the share.</summary>
        public long Count => Interlocked.Read(ref _count);

        /// <summary>Adds bytes to the share; false if too few are free.</summary>
        public bool TryAdd(long count)
        {
            if (!_budget.TryAdd(count)) return false;
            Interlocked.Add(ref _count, count);
            return true;
        }

        public void Dispose()
        {
            Release();
            GC.SuppressFinalize(this);
        }

        private void Release() => Interlocked.Add(ref _budget._left, Interlocked.Exchange(ref _count, 0));
    }
}
