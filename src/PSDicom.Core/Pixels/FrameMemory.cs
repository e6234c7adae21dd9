using System;
using System.Globalization;
using System.Threading;
using PSDicom.Threading;

namespace PSDicom.Pixels;

/// <summary>
/// The memory of frames that is not justified by their bytes, which all frames of the process share that are decoded at a time: a few
/// bytes may be a blank frame of 128 MiB, and many files of that kind are to take no more than a few do. Who finds none left waits.
/// </summary>
internal static class FrameMemory
{
    /// <summary>What a frame may take without being counted: it costs less than the counting of many.</summary>
    private const int Uncounted = 1 << 20;

    // Two, so that nobody who has samples waits for others who have: they only wait for those who decode, and these for nobody.
    private static readonly MemoryBudget Samples = new(DicomLimits.SharedByFrames);
    private static readonly MemoryBudget Decoding = new(DicomLimits.SharedByFrames);

    private static long _sinceCollection;

    /// <summary>Takes the memory of a frame's samples.</summary>
    /// <param name="bytes">What they take; no more than <see cref="DicomLimits"/> allow so many bytes.</param>
    /// <param name="there">The bytes that there are of the frame.</param>
    /// <param name="cancellation">Ends the waiting for other frames.</param>
    /// <returns>What is to be disposed when the samples are no longer needed; null if nothing is.</returns>
    public static MemoryBudget.Share? OfSamples(long bytes, long there, CancellationToken cancellation)
    {
        long counted = Counted(bytes, there);
        MemoryBudget.Share? share = Samples.Take(counted, cancellation);
        if (share is not null && Interlocked.Add(ref _sinceCollection, counted) > DicomLimits.SharedByFrames)
        {
            // What was given back is only free when it is collected, which otherwise happens when much more of it has come together.
            Interlocked.Exchange(ref _sinceCollection, counted);
            GC.Collect();
        }

        return share;
    }

    /// <summary>Takes memory that is needed while a frame is decoded; only once for a frame.</summary>
    /// <returns>What is to be disposed when it is decoded; null if nothing is.</returns>
    /// <exception cref="DicomException">It is more than so few bytes can be worth (<see cref="DicomErrorReason.FrameTooLarge"/>).</exception>
    /// <inheritdoc cref="OfSamples" path="/param"/>
    public static MemoryBudget.Share? OfDecoding(long bytes, long there, CancellationToken cancellation)
    {
        if (bytes - (there * DicomLimits.MaxDecodedPerByte) <= DicomLimits.MinimumToDecode) return Decoding.Take(Counted(bytes, there), cancellation);
        throw new DicomException(
            DicomErrorReason.FrameTooLarge,
            string.Format(CultureInfo.InvariantCulture, "The {0} bytes of the frame take {1} bytes of memory to decode: it is damaged, or made to use up memory.", there, bytes),
            tagPath: "PixelData");
    }

    private static long Counted(long bytes, long there)
    {
        long beyond = bytes - (there * DicomLimits.MaxUncountedPerByte);
        return beyond <= Uncounted ? 0 : Math.Min(beyond, DicomLimits.SharedByFrames);
    }
}
