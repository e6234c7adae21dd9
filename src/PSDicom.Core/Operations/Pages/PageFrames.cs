using System;
using System.Collections.Generic;
using System.Threading;
using PSDicom.Frames;
using PSDicom.Threading;

namespace PSDicom.Operations.Pages;

/// <summary>Decodes the frames of a page ahead, in order, and reports their warnings and errors.</summary>
/// <typeparam name="TSource">The caller's identifier of a file.</typeparam>
internal sealed class PageFrames<TSource> : IDisposable
{
    private readonly List<(TSource Name, PageSource Source, int Series)> _sources;
    private readonly PageExportOptions _options;
    private readonly PageContent _content;
    private readonly Action<PageFrameResult<TSource>> _report;
    private readonly CancellationToken _cancellation;
    private readonly OrderedReadAhead<Job, MadeFrame> _ahead;
    private readonly HashSet<PageFile> _open = [];
    private PageFile? _failed;
    private Exception? _lastError;

    public PageFrames(
        List<(TSource Name, PageSource Source, int Series)> sources,
        PageExportOptions options,
        PageContent content,
        int throttleLimit,
        Action<PageFrameResult<TSource>> report,
        CancellationToken cancellation)
    {
        _sources = sources;
        _options = options;
        _content = content;
        _report = report;
        _cancellation = cancellation;
        _ahead = new OrderedReadAhead<Job, MadeFrame>(
            (job, stop) =>
            {
                using var threads = new FrameThreads(throttleLimit, stop);
                return job.File.Make(job.Frame, threads);
            },
            throttleLimit,
            cancellation);
    }

    /// <summary>Gives the encoded frames.</summary>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public IEnumerable<(MadeFrame Frame, int Series)> Make()
    {
        foreach ((TSource name, PageSource source, int series) in _sources)
        {
            var file = new PageFile(source, _options, _content, _cancellation);
            _open.Add(file);
            for (int i = 0; i < source.Frames.Count; i++)
            {
                if (_ahead.IsFull) yield return Take();
                _ahead.Add(new Job(name, file, series, source.Frames[i], i == source.Frames.Count - 1));
            }
        }

        while (_ahead.Count > 0) yield return Take();
    }

    public void Dispose()
    {
        _ahead.Dispose();
        foreach (PageFile file in _open) file.Dispose();
    }

    private (MadeFrame Frame, int Series) Take()
    {
        ReadAheadResult<Job, MadeFrame> result = _ahead.Take();
        Job job = result.Input;
        _cancellation.ThrowIfCancellationRequested();
        MadeFrame made = result.Result ?? Missing(result.Error!);

        // An error that all frames of a file have in common is reported once.
        bool isKnown = result.Error is not null && (ReferenceEquals(result.Error, _lastError) || (_failed == job.File && IsOfFile(result.Error)));
        _lastError = result.Error;
        if (result.Error is not null && IsOfFile(result.Error)) _failed = job.File;
        _report(new PageFrameResult<TSource>(job.Name, job.Frame, made.Warnings, isKnown ? null : result.Error));
        if (job.IsLast)
        {
            _open.Remove(job.File);
            job.File.Dispose();
        }

        return (made, job.Series);
    }

    private static MadeFrame Missing(Exception error) => new() { Missing = ReasonOf(error) };

    /// <summary>The page shows only messages without header text: others may contain a path or a description, which may name a patient.</summary>
    private static string ReasonOf(Exception error) => error switch
    {
        DicomException { Reason: DicomErrorReason.WindowNotFound } => "The file does not have the requested window.",
        DicomException exception => exception.Detail,
        _ => "The file cannot be read.",
    };

    private static bool IsOfFile(Exception error) => FrameFile.IsOfAllFrames(error) || error is not DicomException
        || error is DicomException { Reason: DicomErrorReason.WindowNotFound or DicomErrorReason.PictureNotSupported };

    private readonly record struct Job(TSource Name, PageFile File, int Series, int Frame, bool IsLast);
}
