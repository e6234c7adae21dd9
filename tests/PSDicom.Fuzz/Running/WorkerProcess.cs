using System.Diagnostics;
using System.Globalization;

namespace PSDicom.Fuzz;

/// <summary>A worker as its supervisor has it: hangs and crashes end the worker, and nothing else.</summary>
internal sealed class WorkerProcess : IDisposable
{
    /// <summary>What the limits of the toolkit allow the process; an array beyond it is not allocated.</summary>
    private static readonly string HeapLimit = "0x" + CaseBounds.MaxProcess.ToString("x", CultureInfo.InvariantCulture);

    private const int LookEvery = 250;
    private const int StartSeconds = 120;

    /// <summary>A worker may also wait for a processor, or for ever.</summary>
    private const double WaitingFactor = 20;

    private readonly string _heartbeatPath = Path.Combine(Path.GetTempPath(), $"psdicom-fuzz-{Guid.NewGuid():N}");
    private readonly Heartbeat _heartbeat;
    private readonly Process _process;

    public WorkerProcess(FuzzOptions options)
    {
        _heartbeat = new Heartbeat(_heartbeatPath);
        var start = new ProcessStartInfo(Environment.ProcessPath!)
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        foreach (string argument in (string[])
                 [typeof(WorkerProcess).Assembly.Location, "--heartbeat", _heartbeatPath, "--seed", options.Seed.ToString(CultureInfo.InvariantCulture)])
        {
            start.ArgumentList.Add(argument);
        }

        foreach (string folder in options.SeedFolders)
        {
            start.ArgumentList.Add("--seeds");
            start.ArgumentList.Add(folder);
        }

        start.Environment["DOTNET_GCHeapHardLimit"] = HeapLimit;
        start.Environment["DOTNET_DbgEnableMiniDump"] = "0";
        _process = Process.Start(start)!;
        _process.ErrorDataReceived += (_, _) => { };
        _process.BeginErrorReadLine();
        ReadLine(TimeSpan.FromSeconds(StartSeconds));
    }

    /// <summary>Runs a batch.</summary>
    /// <param name="batch">The cases.</param>
    /// <param name="report">Takes how they ended.</param>
    /// <returns>What is left to do after a case that ended the worker, which is then of no more use; null if all is done.</returns>
    public Batch? Run(Batch batch, TargetReport report)
    {
        _process.StandardInput.WriteLine(batch);
        _process.StandardInput.Flush();
        var received = new TargetReport();
        Task<string?> next = _process.StandardOutput.ReadLineAsync();
        while (true)
        {
            string? why = Wait(next);
            if (why is not null) return Lose(batch, report, why);
            string? line = next.Result;
            if (line is null) return Lose(batch, report, "the process died");
            if (line == ReportLines.Last) break;
            ReportLines.Read(received, line);
            next = _process.StandardOutput.ReadLineAsync();
        }

        report.Add(received);
        return null;
    }

    public void Dispose()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It has ended.
        }

        _process.Dispose();
        _heartbeat.Dispose();
        File.Delete(_heartbeatPath);
    }

    /// <summary>Waits for a line, as long as cases end in their time.</summary>
    /// <returns>Why not to wait longer; null if there is a line.</returns>
    private string? Wait(Task<string?> line)
    {
        long beat = -1;
        var since = Stopwatch.StartNew();
        TimeSpan used = TimeSpan.Zero;
        while (!line.Wait(LookEvery))
        {
            _process.Refresh();
            TimeSpan processor = _process.HasExited ? used : _process.TotalProcessorTime;
            if (_heartbeat.Beat != beat)
            {
                beat = _heartbeat.Beat;
                used = processor;
                since.Restart();
                continue;
            }

            double limit = _heartbeat.Limit;
            if ((processor - used).TotalSeconds > limit) return "not within its time";
            if (since.Elapsed.TotalSeconds > limit * WaitingFactor) return "it waits for ever";
        }

        return null;
    }

    /// <summary>Notes the case that ended the worker. The cases of the batch before it are run again: their report is lost.</summary>
    private Batch? Lose(Batch batch, TargetReport report, string why)
    {
        long number = Math.Clamp(_heartbeat.Number, batch.First, batch.End - 1);
        report.Add(new CaseVerdict(VerdictKind.Hang, why, 0, 0), number);
        if (number > batch.First) Pending = new Batch(batch.Target, batch.First, number);
        return number + 1 < batch.End ? new Batch(batch.Target, number + 1, batch.End) : null;
    }

    /// <summary>Cases that ran, but whose report died with the worker.</summary>
    public Batch? Pending { get; private set; }

    private void ReadLine(TimeSpan time)
    {
        Task<string?> line = _process.StandardOutput.ReadLineAsync();
        if (!line.Wait(time) || line.Result is null) throw new InvalidOperationException("A worker does not start.");
    }
}
