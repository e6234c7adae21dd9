using System;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Threading;

namespace PSDicom.Operations;

/// <summary>
/// Works on inputs on several threads ahead of the one that takes the results, which come in the order of the inputs.
/// One thread adds and takes. The threads are its own: reading blocks them, which would starve a shared pool.
/// </summary>
/// <remarks>
/// What is small, such as a header in the system's cache, is done sooner than a thread is woken. So the one that takes is not woken for
/// each result, but when half of those under way are there, or after a moment; and where a thread is at work already, another one is not
/// woken for less than a handful of inputs, nor where all rest, while three quarters of those under way are there to be taken. And what mostly
/// is done so soon keeps processors busy, not a disk or a share: more threads than there are processors would only take them from each other.
/// </remarks>
/// <typeparam name="TInput">What is worked on, such as a path.</typeparam>
/// <typeparam name="TResult">What the work gives.</typeparam>
public sealed class OrderedReadAhead<TInput, TResult> : IDisposable
{
    private const int Handful = 4;
    private const int Moment = 2; // milliseconds

    // How work of late was: from 0, all of it soon done, to all of it long. What is not known counts as long.
    private const int AllLong = 16;
    private const int MostlyLong = AllLong / 2;

    /// <summary>A tenth of a millisecond: several times what a header in the system's cache takes, less than a disk or a share does.</summary>
    private static readonly long Long = Stopwatch.Frequency / 10_000;

    private static readonly long TakingInterval = Stopwatch.Frequency / 100;

    private readonly Func<TInput, CancellationToken, TResult> _work;
    private readonly int _throttleLimit;
    private readonly long _mostUntaken;
    private readonly CancellationTokenSource _stop;
    private readonly CancellationToken _stopped;
    private readonly object _starting = new();
    private readonly object _finishing = new();

    // What is not taken, each with the next one; from some job on, what is not started.
    private Job? _first;
    private Job? _last;
    private Job? _unstarted;
    private int _unstartedCount;

    private Job? _awaited;
    private long _nextTaking = long.MinValue;
    private int _threads;
    private int _idleThreads;
    private int _length = MostlyLong;
    private bool _isDisposed;

    /// <summary>Makes a read-ahead for results that may be large, such as frames: two inputs for each thread are under way at most.</summary>
    /// <inheritdoc cref="OrderedReadAhead{TInput, TResult}(Func{TInput, CancellationToken, TResult}, int, int, CancellationToken)"/>
    public OrderedReadAhead(Func<TInput, CancellationToken, TResult> work, int throttleLimit, CancellationToken cancellation = default)
        : this(work, throttleLimit, 2, cancellation)
    {
    }

    /// <summary>Makes a read-ahead; its threads start when there is something for them.</summary>
    /// <param name="work">Called for each input, on several threads at once.</param>
    /// <param name="throttleLimit">How many threads there are at most.</param>
    /// <param name="inputsPerThread">
    /// How many inputs are under way for each of them: two, so that no thread waits while results are used, or
    /// <see cref="OrderedReadAhead.SmallResultsPerThread"/>.
    /// </param>
    /// <param name="cancellation">Ends the work and the waiting for it.</param>
    public OrderedReadAhead(Func<TInput, CancellationToken, TResult> work, int throttleLimit, int inputsPerThread, CancellationToken cancellation)
    {
        if (throttleLimit < 1) throw new ArgumentOutOfRangeException(nameof(throttleLimit), "At least one thread is needed.");
        if (inputsPerThread < 1) throw new ArgumentOutOfRangeException(nameof(inputsPerThread), "A thread needs an input.");
        _work = work ?? throw new ArgumentNullException(nameof(work));
        _throttleLimit = throttleLimit;
        _mostUntaken = (long)throttleLimit * inputsPerThread;
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        _stopped = _stop.Token;
        _stopped.Register(WakeAll);
    }

    /// <summary>How many inputs were added whose results are not yet taken.</summary>
    public int Count { get; private set; }

    /// <summary>Whether as many are under way as memory is meant for: one is to be taken before the next is added.</summary>
    public bool IsFull => Count >= _mostUntaken;

    /// <summary>How many threads there is something to do for.</summary>
    private int MostAtWork => Volatile.Read(ref _length) < MostlyLong ? Math.Min(_throttleLimit, Environment.ProcessorCount) : _throttleLimit;

    /// <summary>How many threads are at work; asked with the lock of <see cref="_starting"/>.</summary>
    private int AtWork => _threads - _idleThreads;

    /// <summary>Has an input worked on.</summary>
    public void Add(TInput input)
    {
        var job = new Job(input);
        bool needsThread;
        lock (_starting)
        {
            if (_last is not null) _last.Next = job;
            _unstarted ??= job;
            _unstartedCount++;
            needsThread = AtWork < MostAtWork && IsWorthWaking() && !TryWakeThread();
        }

        _first ??= job;
        _last = job;
        Count++;
        if (needsThread) StartThread();
    }

    /// <summary>Takes the result of the first input that is not yet taken, if it is there already.</summary>
    /// <returns>Whether it was there.</returns>
    public bool TryTake(out ReadAheadResult<TInput, TResult> result)
    {
        bool isThere = _first is { IsFinished: true };
        result = isThere ? Dequeue() : default;
        return isThere;
    }

    /// <summary>
    /// As <see cref="TryTake"/>, for one that has more inputs to add: once it has given all that are there, it gives none for a
    /// hundredth of a second, in which threads find more than one input at a time.
    /// </summary>
    /// <returns>Whether a result was there and it was time for it.</returns>
    public bool TryTakeBetween(out ReadAheadResult<TInput, TResult> result)
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
        Job first = _first ?? throw new InvalidOperationException("Nothing was added whose result is not yet taken.");
        if (!first.IsFinished)
        {
            WakeThreads();
            Await(Middle(first), Moment);
            Await(first, Timeout.Infinite);
        }

        return Dequeue();
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

    private ReadAheadResult<TInput, TResult> Dequeue()
    {
        Job job = _first!;
        _first = job.Next;
        if (_first is null) _last = null;
        Count--;

        // An old job that the collector has not yet freed would keep all later ones.
        job.Next = null;
        return job.Result;
    }

    // Where all threads rest, what is not unstarted is there to be taken.
    private bool IsWorthWaking() => AtWork > 0 ? _unstartedCount >= Handful : _unstartedCount * 4L > Count;

    private Job Middle(Job first)
    {
        Job middle = first;
        for (int i = Count / 2; i > 0 && middle.Next is { } next; i--) middle = next;
        return middle;
    }

    private void Await(Job job, int milliseconds)
    {
        lock (_finishing)
        {
            // Seen by the thread that finishes the job, or its finish is seen here.
            Interlocked.Exchange(ref _awaited, job);
            while (!job.IsFinished)
            {
                _stopped.ThrowIfCancellationRequested();
                if (!Monitor.Wait(_finishing, milliseconds)) return;
            }
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "Whatever it is, it belongs to the one who takes the result.")]
    private void Run()
    {
        while (TryStart(out Job job))
        {
            long start = Stopwatch.GetTimestamp();
            ReadAheadResult<TInput, TResult> result;
            try
            {
                result = new(job.Input, _work(job.Input, _stopped), null);
            }
            catch (Exception exception)
            {
                result = new(job.Input, default, exception);
            }

            NoteLength(Stopwatch.GetTimestamp() - start);
            job.Finish(result);
            if (Volatile.Read(ref _awaited) != job) continue;
            lock (_finishing) Monitor.Pulse(_finishing);
        }
    }

    /// <summary>Other threads do the same at the same time: a few that get lost do not matter.</summary>
    private void NoteLength(long length)
    {
        int last = Volatile.Read(ref _length);
        int next = length > Long ? Math.Min(AllLong, last + 1) : Math.Max(0, last - 1);
        if (next != last) Volatile.Write(ref _length, next);
    }

    /// <summary>The next job, waited for; false at the end of the work.</summary>
    private bool TryStart(out Job job)
    {
        lock (_starting)
        {
            while ((_unstarted is null || AtWork > MostAtWork) && !_stopped.IsCancellationRequested)
            {
                // Whoever wakes this thread no longer counts it.
                _idleThreads++;
                Monitor.Wait(_starting);
            }

            job = _stopped.IsCancellationRequested ? null! : _unstarted!;
            if (job is null) return false;
            _unstarted = job.Next;
            _unstartedCount--;
            return true;
        }
    }

    /// <summary>With all threads that there is something for, as the one that takes has nothing else to do than to wait for them.</summary>
    private void WakeThreads()
    {
        for (int i = Volatile.Read(ref _unstartedCount); i > 0; i--)
        {
            bool needsThread;
            lock (_starting)
            {
                if (AtWork >= MostAtWork) return;
                needsThread = !TryWakeThread();
            }

            if (needsThread) StartThread();
        }
    }

    private bool TryWakeThread()
    {
        if (_idleThreads == 0) return false;
        _idleThreads--;
        Monitor.Pulse(_starting);
        return true;
    }

    private void StartThread()
    {
        _threads++;
        new Thread(Run) { IsBackground = true, Name = "PSDicom read-ahead" }.Start();
    }

    private void WakeAll()
    {
        lock (_starting) Monitor.PulseAll(_starting);
        lock (_finishing) Monitor.PulseAll(_finishing);
    }

    private sealed class Job(TInput input)
    {
        private const int UnderWay = 0, Finished = 1, Abandoned = 2;

        private int _state;

        public TInput Input { get; } = input;

        public ReadAheadResult<TInput, TResult> Result { get; private set; }

        public Job? Next { get; set; }

        public bool IsFinished => Volatile.Read(ref _state) == Finished;

        public void Finish(in ReadAheadResult<TInput, TResult> result)
        {
            Result = result;
            if (Interlocked.CompareExchange(ref _state, Finished, UnderWay) == Abandoned) (result.Result as IDisposable)?.Dispose();
        }

        /// <summary>Nobody will take the result: it is disposed, now or when it is there.</summary>
        public void Abandon()
        {
            if (Interlocked.Exchange(ref _state, Abandoned) == Finished) (Result.Result as IDisposable)?.Dispose();
        }
    }
}
