using System.Diagnostics;

namespace PSDicom.Fuzz;

/// <summary>Runs cases and judges how they end.</summary>
internal static class CaseRunner
{
    private const long AlwaysAllowed = 24 << 20;
    private const long AllowedOfEachByte = 128;
    private const long AllowedOfEachProducedByte = 16;

    /// <summary>Every so many cases, one is run twice: it must end the same.</summary>
    private const int RepeatEvery = 16;

    public static CaseVerdict Run(FuzzTarget target, FuzzCase fuzzCase, long number)
    {
        CaseVerdict verdict = Run(target, fuzzCase, out ulong hash);
        if (verdict.IsFinding || number % RepeatEvery != 0) return verdict;
        CaseVerdict again = Run(target, fuzzCase, out ulong secondHash);
        return hash == secondHash && again.Reason == verdict.Reason
            ? verdict
            : verdict with { Kind = VerdictKind.Wrong, Reason = $"twice the same, two results: {verdict.Reason}, {again.Reason}" };
    }

    /// <summary>What may escape because of what went in.</summary>
    private static bool IsAllowed(Exception exception) =>
        exception is DicomException or IOException or UnauthorizedAccessException or OperationCanceledException;

    private static CaseVerdict Run(FuzzTarget target, FuzzCase fuzzCase, out ulong hash)
    {
        hash = 0;
        long before = GC.GetAllocatedBytesForCurrentThread();
        long start = Stopwatch.GetTimestamp();
        (VerdictKind Kind, string Reason) end;
        long allowed = AlwaysAllowed + (AllowedOfEachByte * fuzzCase.InputLength);
        try
        {
            FuzzResult result = fuzzCase.Run();
            hash = result.Hash;
            allowed += AllowedOfEachProducedByte * result.Produced;
            end = (VerdictKind.Ok, string.Empty);
        }
        catch (Exception exception) when (IsAllowed(exception))
        {
            allowed = Math.Max(allowed, target.AllowedWhenRefused);
            end = (VerdictKind.Refused, exception is DicomException dicom ? dicom.Reason.ToString() : exception.GetType().Name);
        }
        catch (InvariantException exception)
        {
            end = (VerdictKind.Wrong, exception.Message);
        }
        catch (Exception exception)
        {
            end = (VerdictKind.Escape, $"{exception.GetType().Name} in {PlaceOf(exception)}: {exception.Message.ReplaceLineEndings(" ")}");
        }

        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        double milliseconds = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        if (allocated > allowed && end.Kind < VerdictKind.Escape) end = (VerdictKind.OverAllocation, $"more than allowed, {end.Kind} {end.Reason}");
        return new CaseVerdict(end.Kind, end.Reason, allocated, milliseconds);
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
