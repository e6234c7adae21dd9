using System;
using System.Diagnostics.CodeAnalysis;
using System.Threading;

namespace PSDicom.Threading;

/// <summary>
/// Inputs of a read-ahead that one worker processes in order. The caller adds inputs and hands the batch over; from then on the caller only
/// takes results, and the worker only adds them.
/// </summary>
/// <param name="size">The most inputs.</param>
internal sealed class ReadAheadBatch<TInput, TResult>(int size)
{
    private const int Abandoned = -1;

    private readonly ReadAheadResult<TInput, TResult>[] _items = new ReadAheadResult<TInput, TResult>[size];
    private int _count;
    private int _taken;
    private int _finished;

    /// <summary>The batch after this one.</summary>
    public ReadAheadBatch<TInput, TResult>? Next { get; set; }

    public bool IsFull => _count == _items.Length;

    /// <summary>Whether the next result is ready.</summary>
    public bool HasResult => Volatile.Read(ref _finished) > _taken;

    public bool IsTaken => _taken == _count;

    public void Add(TInput input) => _items[_count++] = new ReadAheadResult<TInput, TResult>(input, default, null);

    public ReadAheadResult<TInput, TResult> Take()
    {
        ReadAheadResult<TInput, TResult> result = _items[_taken];

        // The batch must not keep a result in memory that was taken.
        _items[_taken++] = default;
        return result;
    }

    /// <summary>Processes the next input.</summary>
    /// <returns>Whether there are more: false after the last one, or if the batch was abandoned.</returns>
    [SuppressMessage("Design", "CA1031", Justification = "Any exception is handed to the caller who takes the result.")]
    public bool WorkOnNext(Func<TInput, CancellationToken, TResult> work, CancellationToken cancellation)
    {
        int index = Volatile.Read(ref _finished);
        if (index == Abandoned || index == _count) return false;
        TInput input = _items[index].Input;
        ReadAheadResult<TInput, TResult> result;
        try
        {
            result = new(input, work(input, cancellation), null);
        }
        catch (Exception exception)
        {
            result = new(input, default, exception);
        }

        _items[index] = result;
        if (Interlocked.CompareExchange(ref _finished, index + 1, index) == index) return index + 1 < _count;
        (result.Result as IDisposable)?.Dispose();
        return false;
    }

    /// <summary>Disposes the results that are left, now or when they are ready.</summary>
    public void Abandon()
    {
        int finished = Interlocked.Exchange(ref _finished, Abandoned);
        for (; _taken < finished; _taken++) (_items[_taken].Result as IDisposable)?.Dispose();
    }
}
