using System;
using System.Diagnostics;
using System.Management.Automation;

namespace PSDicom.Pipeline;

/// <summary>Shows the progress of a long call, a few times a second.</summary>
/// <param name="cmdlet">The cmdlet.</param>
/// <param name="activity">The activity shown.</param>
/// <param name="parts">The parts of a file that are counted, in the plural; null to count files.</param>
internal sealed class ProgressReport(Cmdlet cmdlet, string activity, string? parts = null)
{
    private const int ActivityId = 1;

    private static readonly TimeSpan First = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    private readonly Stopwatch _time = Stopwatch.StartNew();
    private TimeSpan _next = First;
    private long _files;
    private long _parts;
    private double _partOfFile;

    /// <summary>The number of files; null if unknown.</summary>
    public int? FileCount { get; set; }

    private string Count => parts is null ? $"{_files:N0} files" : $"{_parts:N0} {parts}";

    /// <summary>Counts a finished file.</summary>
    public void Add(string path)
    {
        _files++;
        _partOfFile = 0;
        Show(path);
    }

    /// <summary>Counts a finished part of a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="part">The number of the part, from 1.</param>
    /// <param name="partCount">The number of parts in the file.</param>
    public void AddPart(string path, int part, int partCount)
    {
        _parts++;
        _partOfFile = (double)part / partCount;
        Show(path);
    }

    /// <summary>Removes the progress display, if any.</summary>
    public void Complete()
    {
        if (_next == First) return;
        cmdlet.WritePlainProgress(new ProgressRecord(ActivityId, activity, Count) { RecordType = ProgressRecordType.Completed });
    }

    private void Show(string path)
    {
        TimeSpan elapsed = _time.Elapsed;
        if (elapsed < _next) return;
        _next = elapsed + Interval;
        double rate = (parts is null ? _files : _parts) / elapsed.TotalSeconds;
        var record = new ProgressRecord(ActivityId, activity, $"{Count}, {rate:N0} a second");
        Estimate(record, elapsed);
        cmdlet.WritePlainProgress(record, path);
    }

    /// <summary>Sets the percentage and the remaining time, if the number of files is known.</summary>
    private void Estimate(ProgressRecord record, TimeSpan elapsed)
    {
        if (FileCount is not { } count || count == 0) return;
        double done = Math.Min(1, (_files + _partOfFile) / count);
        if (done <= 0) return;
        record.PercentComplete = (int)(done * 100);
        record.SecondsRemaining = (int)Math.Min(int.MaxValue, elapsed.TotalSeconds * (1 - done) / done);
    }
}
