using System;
using System.Diagnostics.CodeAnalysis;
using System.Threading;

namespace PSDicom.Threading;

/// <summary>
/// Inputs of a read-ahead that one thread works on one after another. The one that takes adds inputs and hands the batch over; from then on
/// it only takes results, in order, and the thread only finishes them.
/// </summary>
/// <param name="size">How many inputs there is room for.</param>
internal sealed class ReadAheadBatch<TInput, TResult>(int size)
{
    private const int Abandoned = -1;

    private readonly ReadAheadResult<TInput, TResult>[] _items = new ReadAheadResult<TInput, TResult>[size];
    private int _count;
    private int _taken;
    private int _finished;

    /// <summary>The batch that was handed over next.</summary>
    public ReadAheadBatch<TInput, TResult>? Next { get; set; }

    public bool IsFull => _count == _items.Length;

    /// <summary>Whether the next result to take is there.</summary>
    public bool HasResult => Volatile.Read(ref _finished) > _taken;

    public bool IsTaken => _taken == _count;

    public void Add(TInput input) => _items[_count++] = new ReadAheadResult<TInput, TResult>(input, default, null);

    public ReadAheadResult<TInput, TResult> Take()
    {
        ReadAheadResult<TInput, TResult> result = _items[_taken];

        // What was taken is the taker's alone, however long others of the batch are waited for.
        _items[_taken++] = default;
        return result;
    }

    /// <summary>Works on the next input.</summary>
    /// <returns>Whether the batch goes on: false after the last one, or where nobody wants it any more.</returns>
    [SuppressMessage("Design", "CA1031", Justification = "Whatever it is, it belongs to the one who takes the result.")]
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

    /// <summary>Nobody will take what is left: results are disposed, now or when they are there.</summary>
    public void Abandon()
    {
        int finished = Interlocked.Exchange(ref _finished, Abandoned);
        for (; _taken < finished; _taken++) (_items[_taken].Result as IDisposable)?.Dispose();
    }
}
