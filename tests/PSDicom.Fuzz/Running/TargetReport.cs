namespace PSDicom.Fuzz;

/// <summary>How the cases of one target ended.</summary>
internal sealed class TargetReport
{
    /// <summary>How often each verdict and reason came, and the first case of each.</summary>
    public Dictionary<(VerdictKind Kind, string Reason), (long Count, long First)> Ends { get; set; } = [];

    public (double Milliseconds, long Number) Slowest { get; set; }

    public (long Bytes, long Number) Largest { get; set; }

    public double Seconds { get; set; }

    public long Count => Ends.Values.Sum(end => end.Count);

    public long CountOf(VerdictKind kind) => Ends.Where(end => end.Key.Kind == kind).Sum(end => end.Value.Count);

    public void Add(CaseVerdict verdict, long number)
    {
        Add(verdict.Kind, verdict.Reason, 1, number);
        Seconds += verdict.Milliseconds / 1000;
        if (verdict.Milliseconds > Slowest.Milliseconds) Slowest = (verdict.Milliseconds, number);
        if (verdict.Allocated > Largest.Bytes) Largest = (verdict.Allocated, number);
    }

    public void Add(TargetReport other)
    {
        foreach (((VerdictKind kind, string reason), (long count, long first)) in other.Ends) Add(kind, reason, count, first);
        Seconds += other.Seconds;
        if (other.Slowest.Milliseconds > Slowest.Milliseconds) Slowest = other.Slowest;
        if (other.Largest.Bytes > Largest.Bytes) Largest = other.Largest;
    }

    private void Add(VerdictKind kind, string reason, long count, long number)
    {
        (long before, long first) = Ends.GetValueOrDefault((kind, reason), (0, long.MaxValue));
        Ends[(kind, reason)] = (before + count, Math.Min(first, number));
    }
}
