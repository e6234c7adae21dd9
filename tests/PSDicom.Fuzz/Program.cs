using System.Diagnostics;

namespace PSDicom.Fuzz;

/// <summary>Tries to break the toolkit. The exit code is 1 if something was found.</summary>
internal static class Program
{
    private static int Main(string[] arguments)
    {
        FuzzOptions options;
        try
        {
            options = FuzzOptions.Parse(arguments);
        }
        catch (FormatException exception)
        {
            Console.Error.WriteLine(exception.Message);
            Console.Error.WriteLine(FuzzOptions.Usage);
            return 2;
        }

        if (options.Heartbeat is not null)
        {
            Worker.Run(options);
            return 0;
        }

        if (options.Soak is { } reads) return Soak.Run(options, reads, Console.Out) ? 0 : 1;
        return options.Replay is { } replay ? Replay(options, replay.Target, replay.Number) : Run(options);
    }

    private static int Run(FuzzOptions options)
    {
        var time = Stopwatch.StartNew();
        IReadOnlyDictionary<string, TargetReport> reports = new Supervisor(options).Run();
        ReportTable.Print(Console.Out, reports, options, time.Elapsed);
        return reports.Values.Any(report => report.Ends.Keys.Any(end => end.Kind >= VerdictKind.Escape)) ? 1 : 0;
    }

    /// <summary>Runs one case, with the whole exception if there is one.</summary>
    private static int Replay(FuzzOptions options, string name, long number)
    {
        FuzzTarget target = FuzzTarget.All(SeedSet.Of(options.SeedFolders)).First(candidate => candidate.Name == name);
        FuzzCase fuzzCase = target.Make(FuzzRandom.Of(options.Seed, name, number));
        if (options.Save is not null) File.WriteAllBytes(options.Save, fuzzCase.Input());
        CaseVerdict verdict = CaseRunner.Run(fuzzCase, number, isAlone: true);
        Console.WriteLine($"{verdict}, {fuzzCase.InputLength} bytes");
        var cost = new CaseCost();
        using var meter = new CaseMeter(isAlone: true);
        try
        {
            Console.WriteLine(fuzzCase.Run(cost));
        }
        catch (Exception exception)
        {
            Console.WriteLine(exception);
        }

        Console.WriteLine(FormattableString.Invariant(
            $"{meter.Allocated} of {CaseBounds.MemoryOf(fuzzCase, cost)} bytes, {meter.Seconds:0.000} of {CaseBounds.SecondsOf(fuzzCase, cost):0.000} s; {cost.Texts} characters, {cost.Produced} bytes of {cost.Frames} frames"));

        return verdict.IsFinding ? 1 : 0;
    }
}
