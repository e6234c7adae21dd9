using System;
using System.Collections.Generic;
using System.Threading;

namespace PSDicom.Operations;

/// <summary>
/// Works on inputs on several threads ahead of the one that takes the results, which come in the order of the inputs.
/// One thread adds and takes. The threads are its own: reading blocks them, which would starve a shared pool.
/// </summary>
/// <typeparam name="TInput">What is worked on, such as a path.</typeparam>
/// <typeparam name="TResult">What the work gives.</typeparam>
public sealed class OrderedReadAhead<TInput, TResult> : IDisposable
{
    // So many results wait for each thread at most: enough that no thread waits while the results are used.
    private const int InputsPerThread = 2;

    private readonly Func<TInput, CancellationToken, TResult> _work;
    private readonly int _throttleLimit;
    private readonly CancellationTokenSource _stop;
    private readonly CancellationToken _stopped;
    private readonly Queue<Job> _untaken = new();
    private readonly Queue<Job> _unstarted = new();
    private readonly object _finishing = new();
    private Job? _awaited;
    private int _threads;
    private int _idleThreads;
    private bool _isDisposed;

    /// <summary>Makes a read-ahead; its threads start when there is something for them.</summary>
    /// <param name="work">Called for each input, on several threads at once.</param>
    /// <param name="throttleLimit">How many threads there are at most.</param>
    /// <param name="cancellation">Ends the work and the waiting for it.</param>
    public OrderedReadAhead(Func<TInput, CancellationToken, TResult> work, int throttleLimit, CancellationToken cancellation = default)
    {
        if (throttleLimit < 1) throw new ArgumentOutOfRangeException(nameof(throttleLimit), "At least one thread is needed.");
        _work = work ?? throw new ArgumentNullException(nameof(work));
        _throttleLimit = throttleLimit;
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        _stopped = _stop.Token;
        _stopped.Register(WakeAll);
    }

    /// <summary>How many inputs were added whose results are not yet taken.</summary>
    public int Count => _untaken.Count;

    /// <summary>Whether as many are under way as memory is meant for: one is to be taken before the next is added.</summary>
    public bool IsFull => _untaken.Count >= (long)_throttleLimit * InputsPerThread;

    /// <summary>Has an input worked on.</summary>
    public void Add(TInput input)
    {
        var job = new Job(input);
        _untaken.Enqueue(job);
        lock (_unstarted)
        {
            _unstarted.Enqueue(job);
            if (_unstarted.Count <= _idleThreads)
            {
                Monitor.Pulse(_unstarted);
                return;
            }

            if (_threads == _throttleLimit) return;
            _threads++;
        }

        new Thread(Run) { IsBackground = true, Name = "PSDicom read-ahead" }.Start();
    }

    /// <summary>Takes the result of the first input that is not yet taken, if it is there already.</summary>
    /// <returns>Whether it was there.</returns>
    public bool TryTake(out ReadAheadResult<TInput, TResult> result)
    {
        result = default;
        if (_untaken.Count == 0) return false;
        lock (_finishing)
        {
            if (!_untaken.Peek().IsFinished) return false;
        }

        result = _untaken.Dequeue().Result;
        return true;
    }

    /// <summary>Takes the result of the first input that is not yet taken, and waits for it.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    /// <exception cref="OperationCanceledException">The work was ended.</exception>
    public ReadAheadResult<TInput, TResult> Take()
    {
        Job job = _untaken.Peek();
        lock (_finishing)
        {
            _awaited = job;
            while (!job.IsFinished)
            {
                _stopped.ThrowIfCancellationRequested();
                Monitor.Wait(_finishing);
            }
        }

        return _untaken.Dequeue().Result;
    }

    /// <summary>
    /// Ends the work, and disposes results that nobody has taken. Does not wait for threads that are in the middle of a read, which a dead
    /// share could make long; they end after it.
    /// </summary>
    public void Dispose()
    {
        lock (_finishing)
        {
            if (_isDisposed) return;
            _isDisposed = true;
            foreach (Job job in _untaken) (job.Result.Result as IDisposable)?.Dispose();
        }

        _stop.Cancel();
        _stop.Dispose();
    }

    private void Run()
    {
        while (TryStart(out Job job))
        {
            ReadAheadResult<TInput, TResult> result;
            try
            {
                result = new(job.Input, _work(job.Input, _stopped), null);
            }
            catch (Exception exception)
            {
                // Whatever it is, it belongs to the one who takes the result.
                result = new(job.Input, default, exception);
            }

            lock (_finishing)
            {
                if (_isDisposed) (result.Result as IDisposable)?.Dispose();
                else job.Finish(result);
                if (job == _awaited) Monitor.Pulse(_finishing);
            }
        }
    }

    /// <summary>The next job, waited for; false at the end of the work.</summary>
    private bool TryStart(out Job job)
    {
        lock (_unstarted)
        {
            _idleThreads++;
            while (_unstarted.Count == 0 && !_stopped.IsCancellationRequested) Monitor.Wait(_unstarted);
            _idleThreads--;
            job = _stopped.IsCancellationRequested ? null! : _unstarted.Dequeue();
            return job is not null;
        }
    }

    private void WakeAll()
    {
        lock (_unstarted) Monitor.PulseAll(_unstarted);
        lock (_finishing) Monitor.PulseAll(_finishing);
    }

    private sealed class Job(TInput input)
    {
        public TInput Input { get; } = input;

        public bool IsFinished { get; private set; }

        public ReadAheadResult<TInput, TResult> Result { get; private set; }

        public void Finish(ReadAheadResult<TInput, TResult> result)
        {
            Result = result;
            IsFinished = true;
        }
    }
}
