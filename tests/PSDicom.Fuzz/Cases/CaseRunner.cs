using System.Diagnostics;

namespace PSDicom.Fuzz;

/// <summary>Runs cases and judges how they end.</summary>
internal static class CaseRunner
{
    /// <summary>Every so many cases, one is run twice: it must end the same.</summary>
    private const int RepeatEvery = 16;

    /// <summary>Runs a case.</summary>
    /// <param name="fuzzCase">The case.</param>
    /// <param name="number">Its number.</param>
    /// <param name="isAlone">Whether the case is all that the process does, so that time and memory of all its threads can be judged.</param>
    public static CaseVerdict Run(FuzzCase fuzzCase, long number, bool isAlone)
    {
        CaseVerdict verdict = Run(fuzzCase, isAlone, out ulong hash);
        bool isCostly = verdict.Kind is VerdictKind.OverAllocation or VerdictKind.OverTime;
        if (!isCostly && (verdict.IsFinding || number % RepeatEvery != 0)) return verdict;

        // Compiling, collecting and a machine that is busy cost too, but not twice the same.
        CaseVerdict again = Run(fuzzCase, isAlone, out ulong secondHash);
        if (isCostly) return again;
        return hash == secondHash && (again.Reason == verdict.Reason || again.Kind is VerdictKind.OverAllocation or VerdictKind.OverTime)
            ? verdict
            : verdict with { Kind = VerdictKind.Wrong, Reason = $"twice the same, two results: {verdict.Reason}, {again.Reason}" };
    }

    /// <summary>What may escape because of what went in.</summary>
    public static bool IsAllowed(Exception exception) =>
        exception is DicomException or IOException or UnauthorizedAccessException or OperationCanceledException;

    private static CaseVerdict Run(FuzzCase fuzzCase, bool isAlone, out ulong hash)
    {
        hash = 0;
        var cost = new CaseCost();
        using var meter = new CaseMeter(isAlone);
        (VerdictKind Kind, string Reason) end;
        try
        {
            FuzzResult result = fuzzCase.Run(cost);
            hash = result.Hash;
            cost.Texts += result.Texts;
            end = (VerdictKind.Ok, string.Empty);
        }
        catch (Exception exception) when (IsAllowed(exception))
        {
            end = Judge(exception);
        }
        catch (InvariantException exception)
        {
            end = (VerdictKind.Wrong, exception.Message);
        }
        catch (Exception exception)
        {
            end = (VerdictKind.Escape, $"{exception.GetType().Name} in {PlaceOf(exception)}: {exception.Message.ReplaceLineEndings(" ")}");
        }

        long allocated = meter.Allocated;
        double seconds = meter.Seconds;
        if (end.Kind >= VerdictKind.Escape) return new CaseVerdict(end.Kind, end.Reason, allocated, meter.Milliseconds);
        if (allocated > CaseBounds.MemoryOf(fuzzCase, cost)) end = (VerdictKind.OverAllocation, $"allocated more than allowed, {end.Kind} {end.Reason}");
        else if (isAlone && cost.Peak > CaseBounds.MaxProcess) end = (VerdictKind.OverAllocation, $"held more than allowed, {end.Kind} {end.Reason}");
        else if (seconds > CaseBounds.SecondsOf(fuzzCase, cost)) end = (VerdictKind.OverTime, $"longer than allowed, {end.Kind} {end.Reason}");
        return new CaseVerdict(end.Kind, end.Reason, allocated, meter.Milliseconds);
    }

    /// <summary>A refusal, unless its message says what it must not.</summary>
    private static (VerdictKind Kind, string Reason) Judge(Exception exception)
    {
        try
        {
            MessageCheck.Check(exception);
            return (VerdictKind.Refused, exception is DicomException dicom ? dicom.Reason.ToString() : exception.GetType().Name);
        }
        catch (InvariantException said)
        {
            return (VerdictKind.Wrong, said.Message);
        }
    }

    /// <summary>The method of the toolkit that it came through last.</summary>
    private static string PlaceOf(Exception exception)
    {
        foreach (StackFrame frame in new StackTrace(exception).GetFrames())
        {
            if (frame.GetMethod() is { DeclaringType: { } type } method && type.Assembly == typeof(DicomTag).Assembly)
                return $"{type.Name}.{method.Name}";
        }

        return "?";
    }
}
