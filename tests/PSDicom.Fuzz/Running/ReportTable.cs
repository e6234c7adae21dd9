using System.Globalization;

namespace PSDicom.Fuzz;

/// <summary>Prints how a run ended.</summary>
internal static class ReportTable
{
    public static void Print(TextWriter output, IReadOnlyDictionary<string, TargetReport> reports, FuzzOptions options, TimeSpan time)
    {
        Line(output, $"seed {options.Seed}, {reports.Values.Sum(report => report.Count)} cases in {time:hh\\:mm\\:ss} on {options.Workers} workers");
        Line(output, $"{"target",-9}{"cases",9}{"ok",9}{"refused",9}{"escapes",8}{"wrong",7}{"hangs",7}{"memory",7}{"time",5}  {"ms each",7}  slowest               largest");
        foreach ((string target, TargetReport report) in reports)
        {
            double each = report.Seconds * 1000 / Math.Max(1, report.Count);
            Line(
                output,
                $"{target,-9}{report.Count,9}{report.CountOf(VerdictKind.Ok),9}{report.CountOf(VerdictKind.Refused),9}{report.CountOf(VerdictKind.Escape),8}{report.CountOf(VerdictKind.Wrong),7}{report.CountOf(VerdictKind.Hang),7}{report.CountOf(VerdictKind.OverAllocation),7}{report.CountOf(VerdictKind.OverTime),5}  {each,7:0.000}  {report.Slowest.Milliseconds,6:0} ms (:{report.Slowest.Number}){"",2}  {report.Largest.Bytes / 1e6,6:0.0} MB (:{report.Largest.Number})");
        }

        PrintEnds(output, reports, "refused", kind => kind == VerdictKind.Refused);
        PrintEnds(output, reports, "findings", kind => kind >= VerdictKind.Escape);
    }

    private static void PrintEnds(TextWriter output, IReadOnlyDictionary<string, TargetReport> reports, string title, Predicate<VerdictKind> isWanted)
    {
        output.WriteLine(title + ":");
        foreach ((string target, TargetReport report) in reports)
        {
            foreach (((VerdictKind kind, string reason), (long count, long first)) in report.Ends.OrderByDescending(end => end.Value.Count))
            {
                if (isWanted(kind)) Line(output, $"  {target,-9}{count,9}  {(kind == VerdictKind.Refused ? "" : kind + " ")}{reason}  (--replay {target}:{first})");
            }
        }
    }

    private static void Line(TextWriter output, FormattableString text) => output.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
