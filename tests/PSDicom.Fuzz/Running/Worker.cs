namespace PSDicom.Fuzz;

/// <summary>The process in which cases run: it reads batches from its input and writes reports to its output.</summary>
internal static class Worker
{
    public static void Run(FuzzOptions options)
    {
        Dictionary<string, FuzzTarget> targets = FuzzTarget.All(SeedSet.Of(options.SeedFolders)).ToDictionary(target => target.Name);
        using var heartbeat = new Heartbeat(options.Heartbeat!);
        Console.WriteLine(ReportLines.Last);
        while (Console.ReadLine() is { Length: > 0 } line)
        {
            var batch = Batch.Parse(line);
            TargetReport report = Run(targets[batch.Target], batch, options.Seed, heartbeat);
            foreach (string answer in ReportLines.Write(report)) Console.WriteLine(answer);
        }
    }

    private static TargetReport Run(FuzzTarget target, Batch batch, ulong seed, Heartbeat heartbeat)
    {
        var report = new TargetReport();
        for (long number = batch.First; number < batch.End; number++)
        {
            FuzzRandom random = FuzzRandom.Of(seed, target.Name, number);
            FuzzCase fuzzCase = target.Make(random);
            heartbeat.Set(number, CaseBounds.MaxSecondsOf(fuzzCase));
            report.Add(CaseRunner.Run(fuzzCase, number, isAlone: true), number);
        }

        heartbeat.Set(-1, 0);
        return report;
    }
}
