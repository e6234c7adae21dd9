using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Threading;

namespace PSDicom.Threading;

/// <summary>
/// Processes inputs on several threads, ahead of the caller, and returns the results in the order of the inputs.
/// A single thread adds and takes. The worker threads are not from the pool, because reading blocks them.
/// </summary>
/// <remarks>
/// Reading a header from the system's cache takes less time than waking a thread: such fast inputs are handed over in batches, to no more
/// threads than there are processors. Slow inputs, as on a disk or a share, are handed over one by one, to as many threads as allowed, unless
/// the processors are already busy.
/// </remarks>
/// <typeparam name="TInput">The input, such as a path.</typeparam>
/// <typeparam name="TResult">The result.</typeparam>
public sealed class OrderedReadAhead<TInput, TResult> : IDisposable
{
    // The speed of recent work, from 0 (all fast) to 16 (all slow). Unknown counts as slow.
    private const int AllSlow = 16;
    private const int MostlySlow = AllSlow / 2;

    private const int MaxBatch = OrderedReadAhead.SmallResultsPerThread / 2;

    private const int ShortWait = 2; // milliseconds

    /// <summary>A tenth of a millisecond: several times the duration for a header in the system's cache, less than that for a disk or a share.</summary>
    private static readonly long SlowWorkTicks = Stopwatch.Frequency / 10_000;

    private static readonly long TakingInterval = Stopwatch.Frequency / 100;

    private readonly Func<TInput, CancellationToken, TResult> _work;
    private readonly int _throttleLimit;
    private readonly long _maxUntaken;
    private readonly int _maxBatch;
    private readonly CancellationTokenSource _stop;
    private readonly CancellationToken _stopped;
    private readonly object _starting = new();
    private readonly object _finishing = new();
    private readonly Func<bool> _isLoadFull;

    // A linked list of the batches that were handed over and not yet taken; those from _unstarted on are not started.
    private ReadAheadBatch<TInput, TResult>? _first;
    private ReadAheadBatch<TInput, TResult>? _last;
    private ReadAheadBatch<TInput, TResult>? _unstarted;

    // The batch that is being filled, not yet handed over.
    private ReadAheadBatch<TInput, TResult>? _open;

    private ReadAheadBatch<TInput, TResult>? _awaited;
    private ReadAheadBatch<TInput, TResult>? _awaitedWhole;
    private long _nextTaking = long.MinValue;
    private int _threads;
    private int _idleThreads;
    private int _slowness = MostlySlow;
    private bool _isDisposed;

    /// <summary>Makes a read-ahead for results that may be large, such as frames: at most two inputs for each thread are in progress.</summary>
    /// <inheritdoc cref="OrderedReadAhead{TInput, TResult}(Func{TInput, CancellationToken, TResult}, int, int, CancellationToken)"/>
    public OrderedReadAhead(Func<TInput, CancellationToken, TResult> work, int throttleLimit, CancellationToken cancellation = default)
        : this(work, throttleLimit, OrderedReadAhead.LargeResultsPerThread, cancellation)
    {
    }

    /// <summary>Makes a read-ahead; its threads start when there is work for them.</summary>
    /// <param name="work">Processes an input; called on several threads at once.</param>
    /// <param name="throttleLimit">The most threads.</param>
    /// <param name="inputsPerThread">
    /// Inputs in progress for each thread: <see cref="OrderedReadAhead.LargeResultsPerThread"/> or
    /// <see cref="OrderedReadAhead.SmallResultsPerThread"/>.
    /// </param>
    /// <param name="cancellation">Ends the work and the waiting for it.</param>
    public OrderedReadAhead(Func<TInput, CancellationToken, TResult> work, int throttleLimit, int inputsPerThread, CancellationToken cancellation)
        : this(work, throttleLimit, inputsPerThread, new ProcessorLoad().IsFull, cancellation)
    {
    }

    internal OrderedReadAhead(
        Func<TInput, CancellationToken, TResult> work, int throttleLimit, int inputsPerThread, Func<bool> isLoadFull, CancellationToken cancellation)
    {
        if (throttleLimit < 1) throw new ArgumentOutOfRangeException(nameof(throttleLimit), "At least one thread is needed.");
        if (inputsPerThread < 1) throw new ArgumentOutOfRangeException(nameof(inputsPerThread), "At least one input for each thread is needed.");
        _work = work ?? throw new ArgumentNullException(nameof(work));
        _throttleLimit = throttleLimit;
        _isLoadFull = isLoadFull;
        _maxUntaken = (long)throttleLimit * inputsPerThread;

        // Only fast inputs are handed over in batches, to no more threads than there are processors: two batches for each.
        _maxBatch = (int)Math.Max(1, Math.Min(MaxBatch, _maxUntaken / (2L * Math.Min(throttleLimit, Environment.ProcessorCount))));
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        _stopped = _stop.Token;
        _stopped.Register(WakeAll);
    }

    /// <summary>The number of inputs whose results are not yet taken.</summary>
    public int Count { get; private set; }

    /// <summary>Whether the limit of inputs in progress is reached: a result should be taken before the next input is added.</summary>
    public bool IsFull => Count >= _maxUntaken;

    private bool IsFast => Volatile.Read(ref _slowness) < MostlySlow;

    /// <summary>The most threads that should be at work. Requires the lock on <see cref="_starting"/>.</summary>
    private int MaxAtWork => IsFast || _isLoadFull() ? Math.Min(_throttleLimit, Environment.ProcessorCount) : _throttleLimit;

    /// <summary>The number of threads at work. Requires the lock on <see cref="_starting"/>.</summary>
    private int AtWork => _threads - _idleThreads;

    /// <summary>Queues an input.</summary>
    public void Add(TInput input)
    {
        _open ??= new ReadAheadBatch<TInput, TResult>(IsFast ? _maxBatch : 1);
        _open.Add(input);
        Count++;
        if (_open.IsFull) HandOver(_open);
    }

    /// <summary>Takes the next result, if it is ready.</summary>
    /// <returns>Whether it was ready.</returns>
    public bool TryTake(out ReadAheadResult<TInput, TResult> result)
    {
        if (_first is null && _open is not null) HandOver(_open);
        bool isThere = _first is { HasResult: true };
        result = isThere ? TakeFirst() : default;
        return isThere;
    }

    /// <summary>
    /// As <see cref="TryTake"/>, for a caller that has more inputs to add: when no result is ready, it returns none for a hundredth of a
    /// second, so that results are taken several at a time.
    /// </summary>
    /// <returns>Whether a result was taken.</returns>
    public bool TryTakeThrottled(out ReadAheadResult<TInput, TResult> result)
    {
        result = default;
        long now = Stopwatch.GetTimestamp();
        if (now < _nextTaking) return false;
        if (TryTake(out result)) return true;
        _nextTaking = now + TakingInterval;
        return false;
    }

    /// <summary>Waits for the next result and takes it.</summary>
    /// <exception cref="InvalidOperationException">No input is left.</exception>
    /// <exception cref="OperationCanceledException">The work was canceled.</exception>
    public ReadAheadResult<TInput, TResult> Take()
    {
        if (TryTake(out ReadAheadResult<TInput, TResult> result)) return result;
        if (_first is null) throw new InvalidOperationException("There is no result left to take.");
        if (_open is not null) HandOver(_open);
        Await(_first);
        return TakeFirst();
    }

    /// <summary>Processes inputs, and hands over their results in order as they become ready, until one is refused.</summary>
    /// <param name="inputs">The inputs.</param>
    /// <param name="take">Takes a result; false ends the run.</param>
    /// <param name="beforeWaiting">Called before waiting for a result, such as to flush output; null for nothing.</param>
    /// <returns>Whether all results were taken.</returns>
    /// <exception cref="OperationCanceledException">The work was canceled.</exception>
    public bool Run(IEnumerable<TInput> inputs, Func<ReadAheadResult<TInput, TResult>, bool> take, Action? beforeWaiting = null)
    {
        if (inputs is null) throw new ArgumentNullException(nameof(inputs));
        if (take is null) throw new ArgumentNullException(nameof(take));
        foreach (TInput input in inputs)
        {
            if (IsFull && !take(Next())) return false;
            Add(input);
            while (TryTakeThrottled(out ReadAheadResult<TInput, TResult> result))
            {
                if (!take(result)) return false;
            }
        }

        while (Count > 0)
        {
            if (!take(Next())) return false;
        }

        return true;

        ReadAheadResult<TInput, TResult> Next()
        {
            if (TryTake(out ReadAheadResult<TInput, TResult> result)) return result;
            beforeWaiting?.Invoke();
            return Take();
        }
    }

    /// <summary>
    /// Ends the work and disposes the results that were not taken. It does not wait for threads in the middle of a read, which can hang on a
    /// dead share; they end after it.
    /// </summary>
    public void Dispose()
    {
        if (_isDisposed) return;
        _isDisposed = true;
        for (; _first is not null; _first = _first.Next) _first.Abandon();
        _stop.Cancel();
        _stop.Dispose();
    }

    private ReadAheadResult<TInput, TResult> TakeFirst()
    {
        ReadAheadBatch<TInput, TResult> batch = _first!;
        ReadAheadResult<TInput, TResult> result = batch.Take();
        Count--;
        if (!batch.IsTaken) return result;
        _first = batch.Next;
        if (_first is null) _last = null;

        // An old batch that is not yet collected would keep all later ones in memory.
        batch.Next = null;
        return result;
    }

    private void HandOver(ReadAheadBatch<TInput, TResult> batch)
    {
        lock (_starting)
        {
            if (_last is not null) _last.Next = batch;
            _unstarted ??= batch;
        }

        _first ??= batch;
        _last = batch;
        _open = null;
        EngageThread();
    }

    /// <summary>Waits for the next result of a batch; at first, for a short time, for the whole batch, to be woken only once.</summary>
    private void Await(ReadAheadBatch<TInput, TResult> batch)
    {
        lock (_finishing)
        {
            // Either the finishing thread sees this, or its result is seen below.
            Interlocked.Exchange(ref _awaitedWhole, batch);
            if (!batch.HasResult) Monitor.Wait(_finishing, ShortWait);
            Interlocked.Exchange(ref _awaited, batch);
            while (!batch.HasResult)
            {
                _stopped.ThrowIfCancellationRequested();
                if (!Monitor.Wait(_finishing, ProcessorLoad.Milliseconds)) EngageThread();
            }
        }
    }

    private void Run()
    {
        while (TryStart(out ReadAheadBatch<TInput, TResult> batch))
        {
            EngageThread();
            bool hasMore;
            do
            {
                long start = Stopwatch.GetTimestamp();
                hasMore = batch.WorkOnNext(_work, _stopped);
                NoteDuration(Stopwatch.GetTimestamp() - start);
                if (Volatile.Read(ref _awaited) == batch || (!hasMore && Volatile.Read(ref _awaitedWhole) == batch))
                {
                    lock (_finishing) Monitor.Pulse(_finishing);
                }
            }
            while (hasMore && !_stopped.IsCancellationRequested);
        }
    }

    /// <summary>Without a lock: it does not matter if an update by another thread is lost.</summary>
    private void NoteDuration(long ticks)
    {
        int last = Volatile.Read(ref _slowness);
        int next = ticks > SlowWorkTicks ? Math.Min(AllSlow, last + 1) : Math.Max(0, last - 1);
        if (next != last) Volatile.Write(ref _slowness, next);
    }

    /// <summary>Waits for the next batch and takes it; false at the end of the work.</summary>
    private bool TryStart(out ReadAheadBatch<TInput, TResult> batch)
    {
        lock (_starting)
        {
            while ((_unstarted is null || AtWork > MaxAtWork) && !_stopped.IsCancellationRequested)
            {
                // The thread that wakes this one decrements the count.
                _idleThreads++;
                Monitor.Wait(_starting);
            }

            batch = _stopped.IsCancellationRequested ? null! : _unstarted!;
            if (batch is null) return false;
            _unstarted = batch.Next;
            return true;
        }
    }

    /// <summary>Wakes or starts one more thread, if there is work for it.</summary>
    private void EngageThread()
    {
        lock (_starting)
        {
            if (_unstarted is null || AtWork >= MaxAtWork) return;
            if (_idleThreads > 0)
            {
                _idleThreads--;
                Monitor.Pulse(_starting);
                return;
            }

            _threads++;
        }

        try
        {
            new Thread(Run) { IsBackground = true, Name = "PSDicom read-ahead" }.Start();
        }
        catch (OutOfMemoryException)
        {
            // The system has no more threads: the existing ones do the work.
            lock (_starting)
            {
                if (--_threads == 0) throw;
            }
        }
    }

    private void WakeAll()
    {
        lock (_starting) Monitor.PulseAll(_starting);
        lock (_finishing) Monitor.PulseAll(_finishing);
    }
}
