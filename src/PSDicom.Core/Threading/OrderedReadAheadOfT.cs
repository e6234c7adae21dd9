using System;
using System.Diagnostics;
using System.Threading;

namespace PSDicom.Threading;

/// <summary>
/// Works on inputs on several threads ahead of the one that takes the results, which come in the order of the inputs.
/// One thread adds and takes. The threads are its own: reading blocks them, which would starve a shared pool.
/// </summary>
/// <remarks>
/// What is small, such as a header in the system's cache, is done sooner than a thread is woken: such inputs are handed over in batches.
/// What takes longer, as on a disk or a share, is handed over one by one, to as many threads as allowed, unless the processors are busy
/// already: then, as for what is soon done, to no more threads than there are processors, from which more would only take the time.
/// </remarks>
/// <typeparam name="TInput">What is worked on, such as a path.</typeparam>
/// <typeparam name="TResult">What the work gives.</typeparam>
public sealed class OrderedReadAhead<TInput, TResult> : IDisposable
{
    // How work of late was: from 0, all of it soon done, to all of it long. What is not known counts as long.
    private const int AllLong = 16;
    private const int MostlyLong = AllLong / 2;

    private const int Moment = 2; // milliseconds

    /// <summary>A tenth of a millisecond: several times what a header in the system's cache takes, less than a disk or a share does.</summary>
    private static readonly long Long = Stopwatch.Frequency / 10_000;

    private static readonly long TakingInterval = Stopwatch.Frequency / 100;

    private readonly Func<TInput, CancellationToken, TResult> _work;
    private readonly int _throttleLimit;
    private readonly long _mostUntaken;
    private readonly int _largestBatch;
    private readonly CancellationTokenSource _stop;
    private readonly CancellationToken _stopped;
    private readonly object _starting = new();
    private readonly object _finishing = new();
    private readonly Func<bool> _isLoadFull;

    // What was handed over and is not taken, each with the next one; from some batch on, what is not started.
    private ReadAheadBatch<TInput, TResult>? _first;
    private ReadAheadBatch<TInput, TResult>? _last;
    private ReadAheadBatch<TInput, TResult>? _unstarted;

    // What is being added to, not yet handed over.
    private ReadAheadBatch<TInput, TResult>? _open;

    private ReadAheadBatch<TInput, TResult>? _awaited;
    private ReadAheadBatch<TInput, TResult>? _awaitedWhole;
    private long _nextTaking = long.MinValue;
    private int _threads;
    private int _idleThreads;
    private int _length = MostlyLong;
    private bool _isDisposed;

    /// <summary>Makes a read-ahead for results that may be large, such as frames: two inputs for each thread are under way at most.</summary>
    /// <inheritdoc cref="OrderedReadAhead{TInput, TResult}(Func{TInput, CancellationToken, TResult}, int, int, CancellationToken)"/>
    public OrderedReadAhead(Func<TInput, CancellationToken, TResult> work, int throttleLimit, CancellationToken cancellation = default)
        : this(work, throttleLimit, OrderedReadAhead.LargeResultsPerThread, cancellation)
    {
    }

    /// <summary>Makes a read-ahead; its threads start when there is something for them.</summary>
    /// <param name="work">Called for each input, on several threads at once.</param>
    /// <param name="throttleLimit">How many threads there are at most.</param>
    /// <param name="inputsPerThread">
    /// How many inputs are under way for each of them: <see cref="OrderedReadAhead.LargeResultsPerThread"/> or
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
        _mostUntaken = (long)throttleLimit * inputsPerThread;
        _largestBatch = Math.Max(1, inputsPerThread / 2);
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        _stopped = _stop.Token;
        _stopped.Register(WakeAll);
    }

    /// <summary>How many inputs were added whose results are not yet taken.</summary>
    public int Count { get; private set; }

    /// <summary>Whether as many are under way as memory is meant for: one is to be taken before the next is added.</summary>
    public bool IsFull => Count >= _mostUntaken;

    private bool IsSoonDone => Volatile.Read(ref _length) < MostlyLong;

    /// <summary>How many threads are to be at work; asked with the lock of <see cref="_starting"/>.</summary>
    private int MaxAtWork => IsSoonDone || _isLoadFull() ? Math.Min(_throttleLimit, Environment.ProcessorCount) : _throttleLimit;

    /// <summary>How many threads are at work; asked with the lock of <see cref="_starting"/>.</summary>
    private int AtWork => _threads - _idleThreads;

    /// <summary>Has an input worked on.</summary>
    public void Add(TInput input)
    {
        _open ??= new ReadAheadBatch<TInput, TResult>(IsSoonDone ? _largestBatch : 1);
        _open.Add(input);
        Count++;
        if (_open.IsFull) HandOver(_open);
    }

    /// <summary>Takes the result of the first input that is not yet taken, if it is there already.</summary>
    /// <returns>Whether it was there.</returns>
    public bool TryTake(out ReadAheadResult<TInput, TResult> result)
    {
        if (_first is null && _open is not null) HandOver(_open);
        bool isThere = _first is { HasResult: true };
        result = isThere ? TakeFirst() : default;
        return isThere;
    }

    /// <summary>
    /// As <see cref="TryTake"/>, for one that has more inputs to add: once it has given all that are there, it gives none for a
    /// hundredth of a second, in which there come to be more of them.
    /// </summary>
    /// <returns>Whether a result was there and it was time for it.</returns>
    public bool TryTakeThrottled(out ReadAheadResult<TInput, TResult> result)
    {
        result = default;
        long now = Stopwatch.GetTimestamp();
        if (now < _nextTaking) return false;
        if (TryTake(out result)) return true;
        _nextTaking = now + TakingInterval;
        return false;
    }

    /// <summary>Takes the result of the first input that is not yet taken, and waits for it.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    /// <exception cref="OperationCanceledException">The work was ended.</exception>
    public ReadAheadResult<TInput, TResult> Take()
    {
        if (TryTake(out ReadAheadResult<TInput, TResult> result)) return result;
        if (_first is null) throw new InvalidOperationException("There is no result left to take.");
        if (_open is not null) HandOver(_open);
        Await(_first);
        return TakeFirst();
    }

    /// <summary>
    /// Ends the work, and disposes results that nobody has taken. Does not wait for threads that are in the middle of a read, which a dead
    /// share could make long; they end after it.
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

        // An old batch that the collector has not yet freed would keep all later ones.
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

    /// <summary>Waits for the next result of a batch; for a moment for all of them, so as not to be woken for each.</summary>
    private void Await(ReadAheadBatch<TInput, TResult> batch)
    {
        lock (_finishing)
        {
            // Seen by the thread that finishes, or its finish is seen here.
            Interlocked.Exchange(ref _awaitedWhole, batch);
            if (!batch.HasResult) Monitor.Wait(_finishing, Moment);
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
            bool goesOn;
            do
            {
                long start = Stopwatch.GetTimestamp();
                goesOn = batch.WorkOnNext(_work, _stopped);
                NoteLength(Stopwatch.GetTimestamp() - start);
                if (Volatile.Read(ref _awaited) == batch || (!goesOn && Volatile.Read(ref _awaitedWhole) == batch))
                {
                    lock (_finishing) Monitor.Pulse(_finishing);
                }
            }
            while (goesOn && !_stopped.IsCancellationRequested);
        }
    }

    /// <summary>Other threads do the same at the same time: a few that get lost do not matter.</summary>
    private void NoteLength(long length)
    {
        int last = Volatile.Read(ref _length);
        int next = length > Long ? Math.Min(AllLong, last + 1) : Math.Max(0, last - 1);
        if (next != last) Volatile.Write(ref _length, next);
    }

    /// <summary>The next batch, waited for; false at the end of the work.</summary>
    private bool TryStart(out ReadAheadBatch<TInput, TResult> batch)
    {
        lock (_starting)
        {
            while ((_unstarted is null || AtWork > MaxAtWork) && !_stopped.IsCancellationRequested)
            {
                // Whoever wakes this thread no longer counts it.
                _idleThreads++;
                Monitor.Wait(_starting);
            }

            batch = _stopped.IsCancellationRequested ? null! : _unstarted!;
            if (batch is null) return false;
            _unstarted = batch.Next;
            return true;
        }
    }

    /// <summary>Has one more thread work, if there is something for it to do.</summary>
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
            // The system has no thread to give: those that are there do the work.
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
