namespace PSDicom.Fuzz;

/// <summary>How a case ended.</summary>
internal enum VerdictKind
{
    /// <summary>With a result.</summary>
    Ok,

    /// <summary>With an exception that may be.</summary>
    Refused,

    /// <summary>With an exception that may not be.</summary>
    Escape,

    /// <summary>With a result that cannot be right.</summary>
    Wrong,

    /// <summary>With more memory than what went in and came out explains.</summary>
    OverAllocation,

    /// <summary>With more time of processors than what went in and came out explains.</summary>
    OverTime,

    /// <summary>Not within its time, or its process died of it.</summary>
    Hang,
}

/// <summary>How a case ended, and what it took.</summary>
/// <param name="Kind">How.</param>
/// <param name="Reason">Of a refusal, why; of a finding, what tells it from others.</param>
/// <param name="Allocated">Bytes allocated.</param>
/// <param name="Milliseconds">How long it took.</param>
internal readonly record struct CaseVerdict(VerdictKind Kind, string Reason, long Allocated, double Milliseconds)
{
    /// <summary>Whether something is to be mended.</summary>
    public bool IsFinding => Kind >= VerdictKind.Escape;
}
