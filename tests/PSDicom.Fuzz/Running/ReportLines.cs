using System.Globalization;

namespace PSDicom.Fuzz;

/// <summary>Hands a report from a worker to its supervisor, as lines of text.</summary>
internal static class ReportLines
{
    public const string Last = "done";

    public static IEnumerable<string> Write(TargetReport report)
    {
        yield return Line("cost", report.Seconds, report.Slowest.Milliseconds, report.Slowest.Number, report.Largest.Bytes, report.Largest.Number);
        foreach (((VerdictKind kind, string reason), (long count, long first)) in report.Ends) yield return Line("end", kind, count, first, reason);
        yield return Last;
    }

    public static void Read(TargetReport report, string line)
    {
        string[] parts = line.Split('\t');
        if (parts[0] == "cost")
        {
            report.Seconds = Real(parts[1]);
            report.Slowest = (Real(parts[2]), Whole(parts[3]));
            report.Largest = (Whole(parts[4]), Whole(parts[5]));
        }
        else if (parts[0] == "end")
        {
            report.Ends[(Enum.Parse<VerdictKind>(parts[1]), parts[4])] = (Whole(parts[2]), Whole(parts[3]));
        }
    }

    private static string Line(params object[] parts) =>
        string.Join('\t', parts.Select(part => Convert.ToString(part, CultureInfo.InvariantCulture)!.ReplaceLineEndings(" ").Replace('\t', ' ')));

    private static double Real(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static long Whole(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}
