using System;
using System.Threading;
using PSDicom.Threading;

namespace PSDicom.Data;

/// <summary>
/// What reading one file may cost: memory of elements, items, fragments and inflated bytes, and steps from one to the next. Both grow with the
/// bytes that were read. Memory beyond, as of a few bytes that inflate to millions of empty elements, is taken from what all files that are in
/// memory share. Only one file at a time takes of that, so that files do not wait for each other's shares.
/// </summary>
/// <param name="bytesRead">How many bytes of the file were read until now.</param>
/// <param name="shared">What all files share.</param>
/// <param name="cancellation">Ends the waiting for others.</param>
internal sealed class ReadingBudget(Func<long> bytesRead, MemoryBudget shared, CancellationToken cancellation)
{
    /// <summary>An element, its place among others and in the list that holds it.</summary>
    public const int OfElement = 112;

    /// <summary>An item: a data set with a list of elements.</summary>
    public const int OfItem = 144;

    /// <summary>A fragment in a list that grows.</summary>
    public const int OfFragment = 32;

    private const long LeastShare = 4 << 20;
    private const int Attempts = 8;
    private const int Pause = 100; // milliseconds

    private static readonly MemoryBudget OfAllFiles = new(DicomLimits.SharedByFiles);
    private static readonly SemaphoreSlim Taking = new(1);

    private long _used;
    private long _covered = DicomLimits.MinimumInMemory;
    private bool _isTaking;
    private long _steps;
    private long _possibleSteps;

    /// <summary>The budget of a file that shares memory with all others of the process.</summary>
    public ReadingBudget(Func<long> bytesRead, CancellationToken cancellation)
        : this(bytesRead, OfAllFiles, cancellation)
    {
    }

    /// <summary>How many bytes of the file were read.</summary>
    public long BytesRead => bytesRead();

    /// <summary>What was taken of the memory that all files share.</summary>
    public MemoryBudget.Share? Share { get; private set; }

    private long OwnBytes => DicomLimits.MinimumInMemory + (BytesRead * DicomLimits.MaxInMemoryPerByte);

    /// <summary>Counts memory before it is taken.</summary>
    /// <exception cref="DicomException">There is not so much (<see cref="DicomErrorReason.TooManyElements"/>).</exception>
    public void SpendMemory(long bytes)
    {
        _used += bytes;
        if (_used > _covered) Cover();
    }

    /// <summary>Counts a step.</summary>
    /// <exception cref="DicomException">There were too many (<see cref="DicomErrorReason.TooManyElements"/>).</exception>
    public void SpendStep()
    {
        if (++_steps <= _possibleSteps) return;
        cancellation.ThrowIfCancellationRequested();
        _possibleSteps = DicomLimits.MinimumSteps + (BytesRead * DicomLimits.MaxStepsPerByte);
        if (_steps <= _possibleSteps) return;
        throw new DicomException(
            DicomErrorReason.TooManyElements,
            FormattableString.Invariant($"There are {_steps} or more elements and items in {BytesRead} bytes of the file. It may be malicious, and was not read further."));
    }

    /// <summary>Lets other files take of what is shared; what this one has, it keeps as long as it is in memory.</summary>
    public void EndReading()
    {
        if (_isTaking) Taking.Release();
        _isTaking = false;
    }

    private void Cover()
    {
        if (IsCovered()) return;
        if (!_isTaking) Taking.Wait(cancellation);
        _isTaking = true;
        for (int attempt = 0; attempt < Attempts; attempt++)
        {
            long missing = Math.Max(LeastShare, _used - _covered), share = (Share?.Count ?? 0) + missing;
            if (share > DicomLimits.MaxSharedByFile) break;
            if (Share is null ? (Share = shared.TryTake(missing)) is not null : Share.TryAdd(missing))
            {
                _covered += missing;
                return;
            }

            // What nobody refers to any more still counts until it is collected; others may just be written.
            GC.Collect();
            GC.WaitForPendingFinalizers();
            if (attempt > 0) cancellation.WaitHandle.WaitOne(Pause);
            cancellation.ThrowIfCancellationRequested();
        }

        throw new DicomException(
            DicomErrorReason.TooManyElements,
            FormattableString.Invariant($"{BytesRead} bytes of the file need {_used} bytes of memory. Its size allows {OwnBytes}; of the memory that all files share, each may take {DicomLimits.MaxSharedByFile} bytes, and {shared.Left} are free. If you trust the file, read it alone."));
    }

    private bool IsCovered()
    {
        _covered = OwnBytes + (Share?.Count ?? 0);
        return _used <= _covered;
    }
}
