using System.Diagnostics;

namespace PSDicom.Fuzz;

/// <summary>Divides the cases among workers, starts another worker for one that was lost, and collects the reports.</summary>
internal sealed class Supervisor(FuzzOptions options)
{
    private const int BatchLength = 500;
    private const int PrintEverySeconds = 30;

    private readonly object _lock = new();
    private readonly Queue<Batch> _again = new();
    private readonly Dictionary<string, TargetReport> _reports = options.Targets.ToDictionary(target => target, _ => new TargetReport());
    private readonly Dictionary<string, long> _given = options.Targets.ToDictionary(target => target, _ => 0L);
    private readonly Stopwatch _time = Stopwatch.StartNew();
    private double _printed;

    /// <summary>Runs all cases.</summary>
    /// <returns>How they ended, by target.</returns>
    public IReadOnlyDictionary<string, TargetReport> Run()
    {
        Task[] workers =
        [
            .. Enumerable.Range(0, options.Workers).Select(_ => Task.Factory.StartNew(
                Work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)),
        ];
        Task.WaitAll(workers);
        return _reports;
    }

    private void Work()
    {
        WorkerProcess? worker = null;
        try
        {
            while (Next() is { } batch)
            {
                worker ??= new WorkerProcess(options);
                var report = new TargetReport();
                Batch? rest = worker.Run(batch, report);
                bool isLost = rest is not null || report.CountOf(VerdictKind.Hang) > 0;
                lock (_lock)
                {
                    Announce(batch.Target, report);
                    _reports[batch.Target].Add(report);
                    if (rest is not null) _again.Enqueue(rest);
                    if (isLost && worker.Pending is { } pending) _again.Enqueue(pending);
                    Print();
                }

                if (!isLost) continue;
                worker.Dispose();
                worker = null;
            }
        }
        finally
        {
            worker?.Dispose();
        }
    }

    /// <summary>What to do next: of the target that lags behind its share most.</summary>
    private Batch? Next()
    {
        lock (_lock)
        {
            if (_again.TryDequeue(out Batch? again)) return again;
            long done = _given.Values.Sum();
            if (options.Hours is { } hours ? _time.Elapsed.TotalHours > hours : done >= options.Cases) return null;
            string target = _given.MinBy(given => (double)given.Value / options.ShareOf(given.Key)).Key;
            long first = options.First + _given[target];
            long length = options.Hours is null ? Math.Min(BatchLength, options.Cases - done) : BatchLength;
            _given[target] += length;
            return new Batch(target, first, first + length);
        }
    }

    /// <summary>Names each new kind of finding at once: a long run may be stopped before its report.</summary>
    private void Announce(string target, TargetReport report)
    {
        foreach (((VerdictKind kind, string reason) end, (_, long first)) in report.Ends)
        {
            if (end.kind >= VerdictKind.Escape && !_reports[target].Ends.ContainsKey(end))
            {
                Console.Error.WriteLine($"{_time.Elapsed:hh\\:mm\\:ss} {end.kind} {end.reason}  (--replay {target}:{first})");
            }
        }
    }

    private void Print()
    {
        if (_time.Elapsed.TotalSeconds - _printed < PrintEverySeconds) return;
        _printed = _time.Elapsed.TotalSeconds;
        long findings = _reports.Values.Sum(report => report.Ends.Where(end => end.Key.Kind >= VerdictKind.Escape).Sum(end => end.Value.Count));
        Console.Error.WriteLine($"{_time.Elapsed:hh\\:mm\\:ss} {_reports.Values.Sum(report => report.Count)} cases, {findings} findings");
    }
}
