using System;
using System.Globalization;
using System.Threading;
using PSDicom.Threading;

namespace PSDicom.Pixels;

/// <summary>
/// The memory budget for frames that are much larger than their bytes. All frames that are decoded at the same time share it: a few bytes
/// can be a blank frame of 128 MiB, and many such files must not take more memory than a few do. A frame that finds no budget left waits.
/// </summary>
internal static class FrameMemory
{
    /// <summary>Bytes that a frame takes without being counted: many small frames cost less than counting them.</summary>
    private const int Uncounted = 1 << 20;

    // Two budgets prevent deadlock: a frame that holds samples waits only for frames that decode, and those wait for no frame.
    private static readonly MemoryBudget Samples = new(DicomLimits.SharedByFrames);
    private static readonly MemoryBudget Decoding = new(DicomLimits.SharedByFrames);

    private static long _sinceCollection;

    /// <summary>Reserves the memory of a frame's samples.</summary>
    /// <param name="bytes">The size of the samples, which is within <see cref="DicomLimits"/>.</param>
    /// <param name="sourceBytes">The size of the frame in the file.</param>
    /// <param name="cancellation">Cancels waiting for other frames.</param>
    /// <returns>The share, to dispose when the samples are no longer needed; null if nothing was reserved.</returns>
    public static MemoryBudget.Share? OfSamples(long bytes, long sourceBytes, CancellationToken cancellation)
    {
        long counted = Counted(bytes, sourceBytes);
        MemoryBudget.Share? share = Samples.Take(counted, cancellation);
        if (share is not null && Interlocked.Add(ref _sinceCollection, counted) > DicomLimits.SharedByFrames)
        {
            // Returned samples are free only after a collection, which by itself comes much later.
            Interlocked.Exchange(ref _sinceCollection, counted);
            GC.Collect();
        }

        return share;
    }

    /// <summary>Reserves the working memory of decoding. It is called once for a frame.</summary>
    /// <returns>The share, to dispose when the frame is decoded; null if nothing was reserved.</returns>
    /// <exception cref="DicomException">
    /// The frame is too small to justify so much memory (<see cref="DicomErrorReason.FrameTooLarge"/>).
    /// </exception>
    /// <inheritdoc cref="OfSamples" path="/param"/>
    public static MemoryBudget.Share? OfDecoding(long bytes, long sourceBytes, CancellationToken cancellation)
    {
        if (bytes - (sourceBytes * DicomLimits.MaxDecodedPerByte) <= DicomLimits.MinimumToDecode) return Decoding.Take(Counted(bytes, sourceBytes), cancellation);
        throw new DicomException(
            DicomErrorReason.FrameTooLarge,
            string.Format(CultureInfo.InvariantCulture, "Decoding the frame of {0} bytes would take {1} bytes of memory: it is damaged or malicious.", sourceBytes, bytes),
            tagPath: "PixelData");
    }

    private static long Counted(long bytes, long sourceBytes)
    {
        long beyond = bytes - (sourceBytes * DicomLimits.MaxUncountedPerByte);
        return beyond <= Uncounted ? 0 : Math.Min(beyond, DicomLimits.SharedByFrames);
    }
}
