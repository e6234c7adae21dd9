using System;
using System.Diagnostics;
using System.Management.Automation;

namespace PSDicom.Pipeline;

/// <summary>Shows how far a cmdlet is, if it takes long, a few times a second.</summary>
internal sealed class ProgressReport(Cmdlet cmdlet, string activity)
{
    private const int ActivityId = 1;

    private static readonly TimeSpan First = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    private readonly Stopwatch _time = Stopwatch.StartNew();
    private TimeSpan _next = First;
    private long _count;

    /// <summary>Counts a file that is done.</summary>
    public void Add(string path)
    {
        _count++;
        TimeSpan elapsed = _time.Elapsed;
        if (elapsed < _next) return;
        _next = elapsed + Interval;
        cmdlet.WriteProgress(new ProgressRecord(ActivityId, activity, $"{_count:N0} files, {_count / elapsed.TotalSeconds:N0} a second")
        {
            CurrentOperation = path,
        });
    }

    /// <summary>Takes the progress away, if any was shown.</summary>
    public void Complete()
    {
        if (_next == First) return;
        cmdlet.WriteProgress(new ProgressRecord(ActivityId, activity, $"{_count:N0} files") { RecordType = ProgressRecordType.Completed });
    }
}
