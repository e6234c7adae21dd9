using System;
using System.Threading;
using PSDicom.Threading;

namespace PSDicom.Data;

/// <summary>
/// The budget for reading one file: memory of elements, items, fragments and inflated bytes, and steps between them. Both grow with the
/// bytes that were read. Further memory, such as for a few bytes that inflate to millions of empty elements, is taken from the memory that all
/// files share. Only one file at a time takes from it, so that files cannot block each other.
/// </summary>
/// <param name="bytesRead">The bytes of the file that were read so far.</param>
/// <param name="shared">The memory that all files share.</param>
/// <param name="cancellation">Ends waiting for other files.</param>
internal sealed class ReadingBudget(Func<long> bytesRead, MemoryBudget shared, CancellationToken cancellation)
{
    /// <summary>Bytes of an element and its entry in a list.</summary>
    public const int OfElement = 112;

    /// <summary>Bytes of an item: a data set with a list of elements.</summary>
    public const int OfItem = 144;

    /// <summary>Bytes of a fragment in a growing list.</summary>
    public const int OfFragment = 32;

    private const long MinimumShare = 4 << 20;
    private const int Attempts = 8;
    private const int Pause = 100; // milliseconds

    private static readonly MemoryBudget OfAllFiles = new(DicomLimits.SharedByFiles);
    private static readonly SemaphoreSlim Taking = new(1);

    private long _used;
    private long _allowed = DicomLimits.MinimumInMemory;
    private bool _isTaking;
    private long _steps;
    private long _maxSteps;

    /// <summary>Makes the budget of a file that shares memory with all others of the process.</summary>
    public ReadingBudget(Func<long> bytesRead, CancellationToken cancellation)
        : this(bytesRead, OfAllFiles, cancellation)
    {
    }

    /// <summary>The bytes of the file that were read.</summary>
    public long BytesRead => bytesRead();

    /// <summary>The file's share of the memory of all files.</summary>
    public MemoryBudget.Share? Share { get; private set; }

    private long OwnBytes => DicomLimits.MinimumInMemory + (BytesRead * DicomLimits.MaxInMemoryPerByte);

    /// <summary>Counts memory before it is allocated.</summary>
    /// <exception cref="DicomException">It exceeds the budget (<see cref="DicomErrorReason.TooManyElements"/>).</exception>
    public void SpendMemory(long bytes)
    {
        _used += bytes;
        if (_used > _allowed) TakeShare();
    }

    /// <summary>Counts a step.</summary>
    /// <exception cref="DicomException">There were too many (<see cref="DicomErrorReason.TooManyElements"/>).</exception>
    public void SpendStep()
    {
        if (++_steps <= _maxSteps) return;
        cancellation.ThrowIfCancellationRequested();
        _maxSteps = DicomLimits.MinimumSteps + (BytesRead * DicomLimits.MaxStepsPerByte);
        if (_steps <= _maxSteps) return;
        throw new DicomException(
            DicomErrorReason.TooManyElements,
            FormattableString.Invariant($"There are {_steps} or more elements and items in {BytesRead} bytes of the file. It may be malicious, and was not read further."));
    }

    /// <summary>Lets other files take shared memory; this file keeps its share as long as it is in memory.</summary>
    public void EndReading()
    {
        if (_isTaking) Taking.Release();
        _isTaking = false;
    }

    private void TakeShare()
    {
        if (IsAllowed()) return;
        if (!_isTaking) Taking.Wait(cancellation);
        _isTaking = true;
        for (int attempt = 0; attempt < Attempts; attempt++)
        {
            long missing = Math.Max(MinimumShare, _used - _allowed), share = (Share?.Count ?? 0) + missing;
            if (share > DicomLimits.MaxSharedByFile) break;
            if (Share is null ? (Share = shared.TryTake(missing)) is not null : Share.TryAdd(missing))
            {
                _allowed += missing;
                return;
            }

            // Files without a reference count until they are collected; others may be released soon.
            GC.Collect();
            GC.WaitForPendingFinalizers();
            if (attempt > 0) cancellation.WaitHandle.WaitOne(Pause);
            cancellation.ThrowIfCancellationRequested();
        }

        throw new DicomException(
            DicomErrorReason.TooManyElements,
            FormattableString.Invariant($"{BytesRead} bytes of the file need {_used} bytes of memory. Its size allows {OwnBytes}; of the memory that all files share, each may take {DicomLimits.MaxSharedByFile} bytes, and {shared.Free} are free. If you trust the file, read it alone."));
    }

    private bool IsAllowed()
    {
        _allowed = OwnBytes + (Share?.Count ?? 0);
        return _used <= _allowed;
    }
}
