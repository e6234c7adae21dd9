using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using PSDicom.Frames;
using PSDicom.Pixels;
using PSDicom.Threading;

namespace PSDicom.Operations.Export;

/// <summary>
/// Exports the frames of many files: opens them and writes their pictures on several threads ahead of the one that takes the results,
/// which come in the order of the files and of their pictures, errors too. Memory is bounded by the number of threads, not by that of
/// files or frames. One thread adds and takes.
/// </summary>
/// <typeparam name="TSource">What the caller knows a source by.</typeparam>
/// <example>
/// <code>
/// foreach (string path in paths)
/// {
///     while (queue.IsFull) Show(queue.Take());
///     queue.Add(path, path);
///     while (queue.TryTake(out FrameExportResult&lt;string&gt; result)) Show(result);
/// }
///
/// while (queue.HasMore) Show(queue.Take());
/// </code>
/// </example>
public sealed class FrameExportQueue<TSource> : IDisposable
{
    /// <summary>How long the end of the pictures that are being written is waited for. A dead share could make that long.</summary>
    private static readonly TimeSpan MaxWait = TimeSpan.FromSeconds(10);

    /// <summary>
    /// What of the files that are open may be in memory whole: so their threads read them, of which there are as many as a share is worth,
    /// and not those that make the pictures. A hundred CT slices; what does not fit is read frame by frame.
    /// </summary>
    private const long MostLoaded = 64 << 20;

    private readonly ExportDestination _destination;
    private readonly OrderedReadAhead<Request, FrameExport> _opening;
    private readonly OrderedReadAhead<Job, ExportedFrame?> _writing;
    private readonly int _threads;
    private readonly bool _skipsExisting;
    private readonly bool _replaces;
    private readonly HashSet<OpenedSource> _opened = [];
    private readonly object _atWork = new();
    private int _threadsAtWork;
    private OpenedSource? _current;
    private int _nextPicture;

    /// <summary>Makes a queue; its threads start when there is something for them.</summary>
    /// <param name="options">Which pictures to make.</param>
    /// <param name="throttleLimit">How many files are opened at once; pictures are made on as many threads, but not more than there are processors.</param>
    /// <param name="cancellation">Ends the work and the waiting for it.</param>
    /// <exception cref="ArgumentException">The options contradict themselves.</exception>
    public FrameExportQueue(FrameExportOptions options, int throttleLimit, CancellationToken cancellation)
    {
        if (options is null) throw new ArgumentNullException(nameof(options));
        _destination = new ExportDestination(options);
        _skipsExisting = options.SkipExisting;
        _replaces = options.Force;
        _threads = Math.Min(throttleLimit, Environment.ProcessorCount);

        // Of chosen frames, nothing else is read.
        MemoryBudget? budget = options.Frames is null ? new MemoryBudget(MostLoaded) : null;
        _opening = new((request, stop) => request.Open(options, _destination, budget, stop), throttleLimit, cancellation);
        _writing = new(Work, _threads, cancellation);
    }

    /// <summary>
    /// Asked before a picture is written, in order and on the thread that takes; null to write all. A picture that is not approved is a
    /// result without <see cref="FrameExportResult{TSource}.Picture"/>.
    /// </summary>
    public Func<TSource, PictureTarget, bool>? Approve { get; init; }

    /// <summary>
    /// Whether pictures that are not approved are checked as <see cref="FrameExport.Check(PictureTarget)"/> does, so that a rehearsal tells
    /// of errors too.
    /// </summary>
    public bool ChecksUnapproved { get; init; }

    /// <summary>Whether as much is under way as memory is meant for: a result is to be taken before the next source is added.</summary>
    public bool IsFull => _opening.IsFull;

    /// <summary>Whether there are results to take, now or after some waiting.</summary>
    public bool HasMore => _opening.Count > 0 || _current is not null || _writing.Count > 0;

    /// <summary>
    /// Has no picture replace a file, be it DICOM or not: one that a user named as a source, be it added later. DICOM files are never replaced.
    /// </summary>
    /// <param name="path">The file.</param>
    public void Protect(string path)
    {
        if (_replaces) _destination.Inputs.Add(path);
    }

    /// <summary>Has the pictures of a file written.</summary>
    public void Add(TSource source, string path) => _opening.Add(new Request(source) { Path = path ?? throw new ArgumentNullException(nameof(path)) });

    /// <summary>Has the pictures of a file written that is already read.</summary>
    public void Add(TSource source, DicomFile file) => _opening.Add(new Request(source) { File = file ?? throw new ArgumentNullException(nameof(file)) });

    /// <summary>Gives an error its place in the order of the results.</summary>
    public void Add(TSource source, Exception error) => _opening.Add(new Request(source) { Error = error ?? throw new ArgumentNullException(nameof(error)) });

    /// <summary>Takes the next result, if it is there already.</summary>
    /// <returns>Whether it was there.</returns>
    public bool TryTake(out FrameExportResult<TSource> result)
    {
        do
        {
            Advance();
            if (!_writing.TryTake(out ReadAheadResult<Job, ExportedFrame?> done))
            {
                result = default;
                return false;
            }

            if (TryReport(done, out result)) return true;
        }
        while (true);
    }

    /// <summary>Takes the next result, and waits for it.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    /// <exception cref="OperationCanceledException">The work was ended.</exception>
    public FrameExportResult<TSource> Take()
    {
        FrameExportResult<TSource> result;
        while (!TryTake(out result))
        {
            // As long as threads have nothing to write, the next file is waited for rather than the next picture.
            if (_opening.Count > 0 && !_writing.IsFull) Begin(_opening.Take());
            else if (TryReport(_writing.Take(), out result)) break;
        }

        return result;
    }

    /// <summary>Ends the work, and waits some seconds at most for the pictures that are being written, so that nothing of them is left.</summary>
    public void Dispose()
    {
        _opening.Dispose();
        _writing.Dispose();
        DateTime latest = DateTime.UtcNow + MaxWait;
        lock (_atWork)
        {
            while (_threadsAtWork > 0 && latest - DateTime.UtcNow is { Ticks: > 0 } rest) Monitor.Wait(_atWork, rest);
        }

        foreach (OpenedSource opened in _opened) opened.Export.Dispose();
        _opened.Clear();
        SamplePool.Shared.Clear();
    }

    /// <summary>Hands over pictures to be written, as many as memory is meant for and as there are without waiting.</summary>
    private void Advance()
    {
        while (!_writing.IsFull)
        {
            if (_current is not null) AddPicture(_current);
            else if (_opening.TryTake(out ReadAheadResult<Request, FrameExport> next)) Begin(next);
            else return;
        }
    }

    private void Begin(in ReadAheadResult<Request, FrameExport> next)
    {
        TSource source = next.Input.Source;
        if (next.Error is not null)
        {
            _writing.Add(new Job(source) { Error = next.Error, IsLast = true });
            return;
        }

        FrameExport export = next.Result!;
        _current = new OpenedSource(source, export);
        _opened.Add(_current);
        _nextPicture = 0;
        if (export.Warning is not null) _writing.Add(new Job(source) { Opened = _current, Warning = export.Warning });
    }

    private void AddPicture(OpenedSource opened)
    {
        if (_nextPicture == opened.Export.PictureCount || opened.HasFailed)
        {
            _current = null;
            _writing.Add(new Job(opened.Source) { Opened = opened, IsLast = true });
            return;
        }

        PictureTarget? target = null;
        try
        {
            target = opened.Export.TargetAt(_nextPicture++);
            if (!opened.Export.TryClaim(target, out string? owner))
            {
                _writing.Add(new Job(opened.Source) { Opened = opened, Target = target, IsTaken = true, Owner = owner });
                return;
            }
        }
        catch (Exception exception) when (exception is DicomException or IOException or UnauthorizedAccessException)
        {
            _writing.Add(new Job(opened.Source) { Opened = opened, Target = target, Error = exception });
            return;
        }

        // A rehearsal must not ask for what would not be written. Otherwise that is looked up by the threads that write.
        bool isSkipped = ChecksUnapproved && _skipsExisting && opened.Export.IsThere(target);
        bool isApproved = isSkipped || (Approve?.Invoke(opened.Source, target) ?? true);
        _writing.Add(new Job(opened.Source) { Opened = opened, Target = target, IsApproved = isApproved });
    }

    private ExportedFrame? Work(Job job, CancellationToken cancellation)
    {
        if (job.Target is null || job.Error is not null || job.Opened!.HasFailed) return null;
        FrameExport export = job.Opened.Export;
        if (job.IsTaken) throw export.Clash(job.Target, job.Owner, cancellation);
        if (_skipsExisting && export.IsThere(job.Target))
        {
            job.IsSkipped = true;
            return null;
        }

        if (!job.IsApproved)
        {
            if (ChecksUnapproved) export.Check(job.Target);
            return null;
        }

        int threadsAtWork;
        lock (_atWork) threadsAtWork = ++_threadsAtWork;
        try
        {
            // A picture of many frames takes the threads that others leave.
            return export.Write(job.Target, Math.Max(1, _threads / threadsAtWork), _threads, cancellation);
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

    /// <returns>False if what became of the job was told before: an error that all frames of the file have.</returns>
    private bool TryReport(in ReadAheadResult<Job, ExportedFrame?> done, out FrameExportResult<TSource> result)
    {
        Job job = done.Input;
        Exception? error = job.Error ?? done.Error;
        bool wasReported = job.Opened is { HasFailed: true } && job.Target is not null && done.Result is null && !job.IsSkipped;
        if (job.Opened is { } opened)
        {
            opened.HasPictures |= done.Result is not null;
            opened.HasFailed |= !opened.HasPictures && error is not null && HaveAllFrames(error);
        }

        if (job is { IsLast: true, Opened: not null } && _opened.Remove(job.Opened)) job.Opened.Export.Dispose();
        result = new FrameExportResult<TSource>(job.Source)
        {
            Target = job.Target,
            PictureCount = job.Opened?.Export.PictureCount ?? 0,
            Picture = done.Result,
            Skipped = job.IsSkipped ? SkippedFile.OfTarget(job.Target!.Path) : null,
            Error = error,
            Warning = job.Warning,
            IsLast = job.IsLast,
        };
        return !wasReported;
    }

    /// <summary>Whether an error of the first frame of a file is most likely one of all its frames, of which it is told once.</summary>
    private static bool HaveAllFrames(Exception error) => FrameFile.IsOfAllFrames(error) || error is DicomException
    {
        Reason: DicomErrorReason.WindowNotFound or DicomErrorReason.PictureNotSupported,
    };

    /// <summary>A source that is to be opened.</summary>
    private sealed class Request(TSource source)
    {
        public TSource Source { get; } = source;

        public string? Path { get; init; }

        public DicomFile? File { get; init; }

        public Exception? Error { get; init; }

        public FrameExport Open(
            FrameExportOptions options, ExportDestination destination, MemoryBudget? budget, CancellationToken cancellation) =>
            Error is not null ? throw Error
            : Path is not null ? FrameExport.Open(Path, options, destination, cancellation, budget)
            : FrameExport.Open(File!, options, destination, cancellation, budget);
    }

    /// <summary>A source that is open.</summary>
    private sealed class OpenedSource(TSource source, FrameExport export)
    {
        private volatile bool _hasFailed;

        public TSource Source { get; } = source;

        public FrameExport Export { get; } = export;

        /// <summary>Whether a picture was written; of the one thread that takes.</summary>
        public bool HasPictures { get; set; }

        /// <summary>Whether an error was told that all of its frames have.</summary>
        public bool HasFailed
        {
            get => _hasFailed;
            set => _hasFailed = value;
        }
    }

    /// <summary>Something with a place in the order: a picture to write, or what is only to be told.</summary>
    private sealed class Job(TSource source)
    {
        public TSource Source { get; } = source;

        public OpenedSource? Opened { get; init; }

        public PictureTarget? Target { get; init; }

        public bool IsApproved { get; init; }

        /// <summary>Whether another picture has the path of this one.</summary>
        public bool IsTaken { get; init; }

        /// <summary>The file that the other picture is of.</summary>
        public string? Owner { get; init; }

        /// <summary>Whether the picture was passed over because it exists already; set by the thread that would have written it.</summary>
        public bool IsSkipped { get; set; }

        public Exception? Error { get; init; }

        public DicomWarning? Warning { get; init; }

        public bool IsLast { get; init; }
    }
}
