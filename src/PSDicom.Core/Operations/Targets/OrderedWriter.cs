using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using PSDicom.Threading;

namespace PSDicom.Operations.Targets;

/// <summary>
/// Writes the files of many sources: opens sources and writes files on several threads, ahead of the thread that takes the results. Results
/// and errors come in the order of the sources and of their files. Memory is bounded by the number of threads, not of sources or files. One
/// thread adds and takes.
/// </summary>
/// <typeparam name="TSource">The caller's name of a source.</typeparam>
/// <typeparam name="TTarget">A file to write.</typeparam>
/// <typeparam name="TResult">A written file.</typeparam>
/// <example>
/// <code>
/// foreach (string path in paths)
/// {
///     while (writer.IsFull) Show(writer.Take());
///     writer.Add(path, path);
///     while (writer.TryTake(out var result)) Show(result);
/// }
///
/// while (writer.HasMore) Show(writer.Take());
/// </code>
/// </example>
public abstract class OrderedWriter<TSource, TTarget, TResult> : IDisposable
    where TTarget : WriteTarget
    where TResult : class
{
    /// <summary>The maximum wait for files being written, which never ends on a dead share.</summary>
    private static readonly TimeSpan MaxWait = TimeSpan.FromSeconds(10);

    /// <summary>The most sources to have open, if fewer threads than by default work.</summary>
    private const int MaxOpen = OrderedReadAhead.DefaultThrottleLimit * OrderedReadAhead.LargeResultsPerThread;

    private readonly TargetFolder _folder;
    private readonly OrderedReadAhead<Request, IWriteSource<TTarget, TResult>> _opening;
    private readonly OrderedReadAhead<Job, TResult?> _writing;
    private readonly int _threads;
    private readonly bool _skipsExisting;
    private readonly HashSet<OpenSource> _openSources = [];
    private readonly object _atWork = new();
    private int _threadsAtWork;
    private OpenSource? _current;
    private int _nextTarget;

    /// <summary>Creates a writer. Its threads start with the first source.</summary>
    /// <param name="folder">The folder of the files.</param>
    /// <param name="skipsExisting">Whether to skip existing files.</param>
    /// <param name="throttleLimit">
    /// The number of sources opened at the same time, and of threads that write, up to the number of processors.
    /// </param>
    /// <param name="cancellation">Cancels the work and any wait for it.</param>
    /// <param name="waitsForDisk">Whether writing mostly waits for the disk, so that as many threads write as sources are opened.</param>
    private protected OrderedWriter(
        TargetFolder folder, bool skipsExisting, int throttleLimit, CancellationToken cancellation, bool waitsForDisk = false)
    {
        _folder = folder;
        _skipsExisting = skipsExisting;
        _threads = waitsForDisk ? throttleLimit : Math.Min(throttleLimit, Environment.ProcessorCount);

        // Small files in the system's cache take less time than waking threads for each.
        int ahead = waitsForDisk
            ? Math.Max(OrderedReadAhead.LargeResultsPerThread, Math.Min(OrderedReadAhead.SmallResultsPerThread, MaxOpen / Math.Max(1, throttleLimit)))
            : OrderedReadAhead.LargeResultsPerThread;
        _opening = new((request, stop) => request.Open(stop), throttleLimit, ahead, cancellation);
        _writing = new(Work, _threads, ahead, cancellation);
    }

    /// <summary>
    /// Called before a file is written, in order and on the thread that takes; null to write all. A file that is not approved gives a
    /// result without <see cref="WriteResult{TSource, TTarget, TResult}.Written"/>.
    /// </summary>
    public Func<TSource, TTarget, bool>? Approve { get; init; }

    /// <summary>Whether to check files that are not approved, so that a rehearsal reports errors too.</summary>
    public bool ChecksUnapproved { get; init; }

    /// <summary>Whether existing files are replaced; only then <see cref="Protect(string)"/> matters.</summary>
    public bool Replaces => _folder.Replaces;

    /// <summary>Whether the queue is full: take a result before adding a source.</summary>
    public bool IsFull => _opening.IsFull;

    /// <summary>Whether results are left to take, ready or not.</summary>
    public bool HasMore => _opening.Count > 0 || _current is not null || _writing.Count > 0;

    /// <summary>Protects a file from being replaced: a named source that may be added later.</summary>
    /// <param name="path">The file.</param>
    public void Protect(string path) => _folder.Protect(path);

    /// <summary>Queues an error, to be reported in the order of the sources.</summary>
    /// <param name="source">The source.</param>
    /// <param name="error">Its error.</param>
    public void Add(TSource source, Exception error)
    {
        if (error is null) throw new ArgumentNullException(nameof(error));
        _opening.Add(new Request(source, _ => throw error));
    }

    /// <summary>Takes the next result if it is ready.</summary>
    /// <returns>Whether it was ready.</returns>
    public bool TryTake(out WriteResult<TSource, TTarget, TResult> result)
    {
        do
        {
            Advance();
            if (!_writing.TryTake(out ReadAheadResult<Job, TResult?> done))
            {
                result = default;
                return false;
            }

            if (TryReport(done, out result)) return true;
        }
        while (true);
    }

    /// <summary>Waits for the next result and takes it.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public WriteResult<TSource, TTarget, TResult> Take()
    {
        WriteResult<TSource, TTarget, TResult> result;
        while (!TryTake(out result))
        {
            // While writing threads are idle, wait for the next source rather than the next file.
            if (_opening.Count > 0 && !_writing.IsFull) Begin(_opening.Take());
            else if (TryReport(_writing.Take(), out result)) break;
        }

        return result;
    }

    /// <summary>Cancels the work. Waits a few seconds for files being written, so that no partial file is left.</summary>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Cancels the work.</summary>
    /// <param name="disposing">Whether managed resources are released.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (!disposing) return;
        _opening.Dispose();
        _writing.Dispose();
        DateTime latest = DateTime.UtcNow + MaxWait;
        lock (_atWork)
        {
            while (_threadsAtWork > 0 && latest - DateTime.UtcNow is { Ticks: > 0 } rest) Monitor.Wait(_atWork, rest);
        }

        _folder.Renamed.Flush();
        foreach (OpenSource open in _openSources) open.Source.Dispose();
        _openSources.Clear();
    }

    /// <summary>Queues a source.</summary>
    /// <param name="name">The caller's name of the source.</param>
    /// <param name="open">Opens the source, on any thread.</param>
    private protected void Add(TSource name, Func<CancellationToken, IWriteSource<TTarget, TResult>> open) => _opening.Add(new Request(name, open));

    /// <summary>Queues files to write, as many as fit and are known without waiting.</summary>
    private void Advance()
    {
        while (!_writing.IsFull)
        {
            if (_current is not null) AddTarget(_current);
            else if (_opening.TryTake(out ReadAheadResult<Request, IWriteSource<TTarget, TResult>> next)) Begin(next);
            else return;
        }
    }

    private void Begin(in ReadAheadResult<Request, IWriteSource<TTarget, TResult>> next)
    {
        TSource name = next.Input.Name;
        if (next.Error is not null)
        {
            _writing.Add(new Job(name) { Error = next.Error, IsLast = true });
            return;
        }

        _current = new OpenSource(name, next.Result!);
        _openSources.Add(_current);
        _nextTarget = 0;
        if (_current.Source.Warning is { } warning) _writing.Add(new Job(name) { Open = _current, Warning = warning });
    }

    private void AddTarget(OpenSource open)
    {
        if (_nextTarget == open.Source.TargetCount || open.HasFailed)
        {
            _current = null;
            _writing.Add(new Job(open.Name) { Open = open, IsLast = true });
            return;
        }

        TTarget? target = null;
        try
        {
            target = open.Source.TargetAt(_nextTarget++);
            if (!open.Source.TryClaim(target, out string? owner))
            {
                _writing.Add(new Job(open.Name) { Open = open, Target = target, IsTaken = true, Owner = owner });
                return;
            }
        }
        catch (Exception exception) when (exception is DicomException or IOException or UnauthorizedAccessException)
        {
            _writing.Add(new Job(open.Name) { Open = open, Target = target, Error = exception });
            return;
        }

        // A rehearsal must not ask about a file that would be skipped. Otherwise the writing threads check this.
        bool isSkipped = target.Skipped is not null || (ChecksUnapproved && _skipsExisting && open.Source.Exists(target));
        bool isApproved = isSkipped || (Approve?.Invoke(open.Name, target) ?? true);
        _writing.Add(new Job(open.Name) { Open = open, Target = target, IsApproved = isApproved });
    }

    private TResult? Work(Job job, CancellationToken cancellation)
    {
        if (job.Target is null || job.Error is not null || job.Open!.HasFailed) return null;
        IWriteSource<TTarget, TResult> source = job.Open.Source;
        if (job.IsTaken) throw source.Clash(job.Target, job.Owner, cancellation);
        if (job.Target.Skipped is not null || _skipsExisting && source.Exists(job.Target))
        {
            job.IsSkipped = true;
            return null;
        }

        if (!job.IsApproved)
        {
            if (ChecksUnapproved) source.Check(job.Target);
            return null;
        }

        int threadsAtWork;
        lock (_atWork) threadsAtWork = ++_threadsAtWork;
        try
        {
            // A file of many frames uses the threads that are idle.
            return source.Write(job.Target, Math.Max(1, _threads / threadsAtWork), _threads, cancellation);
        }
        finally
        {
            lock (_atWork)
            {
                _threadsAtWork--;
                Monitor.PulseAll(_atWork);
            }
        }
    }

    /// <returns>False if the error applies to all files of the source and was already reported.</returns>
    private bool TryReport(in ReadAheadResult<Job, TResult?> done, out WriteResult<TSource, TTarget, TResult> result)
    {
        Job job = done.Input;
        Exception? error = job.Error ?? done.Error;
        bool wasReported = job.Open is { HasFailed: true } && job.Target is not null && done.Result is null && !job.IsSkipped;
        if (job.Open is { } open)
        {
            open.HasWritten |= done.Result is not null;
            open.HasFailed |= !open.HasWritten && error is not null && open.Source.IsOfAllTargets(error);
        }

        if (job is { IsLast: true, Open: not null } && _openSources.Remove(job.Open)) job.Open.Source.Dispose();
        result = new WriteResult<TSource, TTarget, TResult>(job.Name)
        {
            Target = job.Target,
            TargetCount = job.Open?.Source.TargetCount ?? 0,
            Written = done.Result,
            Skipped = job.IsSkipped ? job.Target!.Skipped ?? SkippedFile.OfTarget(job.Target.Path) : null,
            Error = error,
            Warning = job.Warning,
            IsLast = job.IsLast,
        };
        return !wasReported;
    }

    /// <summary>A source to open.</summary>
    private sealed class Request(TSource name, Func<CancellationToken, IWriteSource<TTarget, TResult>> open)
    {
        public TSource Name { get; } = name;

        public IWriteSource<TTarget, TResult> Open(CancellationToken cancellation) => open(cancellation);
    }

    /// <summary>An open source.</summary>
    private sealed class OpenSource(TSource name, IWriteSource<TTarget, TResult> source)
    {
        private volatile bool _hasFailed;

        public TSource Name { get; } = name;

        public IWriteSource<TTarget, TResult> Source { get; } = source;

        /// <summary>Whether a file was written; used only by the thread that takes.</summary>
        public bool HasWritten { get; set; }

        /// <summary>Whether an error that applies to all of its files was reported.</summary>
        public bool HasFailed
        {
            get => _hasFailed;
            set => _hasFailed = value;
        }
    }

    /// <summary>A position in the order of results: a file to write, or only a report.</summary>
    private sealed class Job(TSource name)
    {
        public TSource Name { get; } = name;

        public OpenSource? Open { get; init; }

        public TTarget? Target { get; init; }

        public bool IsApproved { get; init; }

        /// <summary>Whether another file already has this path.</summary>
        public bool IsTaken { get; init; }

        /// <summary>The source of the other file.</summary>
        public string? Owner { get; init; }

        /// <summary>Whether the file was skipped because it exists; set by the writing thread.</summary>
        public bool IsSkipped { get; set; }

        public Exception? Error { get; init; }

        public DicomWarning? Warning { get; init; }

        public bool IsLast { get; init; }
    }
}
