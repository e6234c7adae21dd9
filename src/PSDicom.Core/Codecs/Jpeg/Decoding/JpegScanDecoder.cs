using System;
using System.Threading;
using PSDicom.Threading;

namespace PSDicom.Codecs.Jpeg.Decoding;

/// <summary>
/// Decodes the MCUs of a scan, restart interval by restart interval (T.81 E.2.4). Intervals are independent: if all RST markers are valid,
/// several threads decode them.
/// </summary>
internal abstract class JpegScanDecoder(JpegFrameHeader frame, JpegScanHeader scan) : IDisposable
{
    protected JpegFrameHeader Frame { get; } = frame;

    protected JpegScanHeader Scan { get; } = scan;

    /// <summary>Cancels the work; checked at each line of MCUs.</summary>
    protected CancellationToken Cancellation { get; private set; }

    /// <summary>Whether the data end where the last MCU does.</summary>
    public bool IsAtEnd { get; private set; }

    /// <summary>The width and height of a data unit in samples: 8, or 1 for lossless.</summary>
    private int DataUnit => Frame.IsLossless ? 1 : 8;

    protected int McusPerLine => Scan.IsInterleaved
        ? JpegFrameHeader.DivideUp(Frame.SamplesPerLine, DataUnit * Frame.MaxHorizontal)
        : JpegFrameHeader.DivideUp(Scan.Components[0].Width, DataUnit);

    /// <summary>Samples of an MCU.</summary>
    private int SamplesPerMcu
    {
        get
        {
            int units = 0;
            foreach (Component component in Scan.Components) units += Scan.IsInterleaved ? component.Horizontal * component.Vertical : 1;
            return units * DataUnit * DataUnit;
        }
    }

    private int McuLines => Scan.IsInterleaved
        ? JpegFrameHeader.DivideUp(Frame.Lines, DataUnit * Frame.MaxVertical)
        : JpegFrameHeader.DivideUp(Scan.Components[0].Height, DataUnit);

    /// <summary>Decodes up to the marker after the scan, and advances the position to it.</summary>
    /// <param name="segments">The source of entropy-coded data.</param>
    /// <param name="position">The offset of the data.</param>
    /// <param name="restartInterval">MCUs per restart interval; 0 for none.</param>
    /// <param name="offset">The offset of the scan header, for errors.</param>
    /// <param name="threads">The threads to use.</param>
    /// <returns>The numbers of decoded and of missing MCUs.</returns>
    public (int Decoded, int Missing) Decode(
        EntropyCodedSegments segments, ref int position, int restartInterval, int offset, FrameThreads threads)
    {
        if (Frame.IsLossless && restartInterval % McusPerLine != 0)
            throw CodestreamError.Jpeg("the restart interval is not a multiple of the line, as lossless mode requires (T.81 H.1.1).", offset);

        Cancellation = threads.Cancellation;
        int total = McusPerLine * McuLines, mcu = 0, decoded = 0, expected = JpegMarker.RST0;
        if (restartInterval == 0) restartInterval = total;
        if (threads.CanParallelize && RestartIntervals.Find(segments.Source, ref position, JpegFrameHeader.DivideUp(total, restartInterval)) is { } intervals)
        {
            decoded = DecodeIntervals(intervals, total, restartInterval, threads);
            return (decoded, total - decoded);
        }

        while (mcu < total)
        {
            JpegBitReader reader = segments.Read(ref position, out int marker);
            int count = total - mcu < restartInterval ? total - mcu : restartInterval;
            decoded += DecodeInterval(ref reader, mcu, count);
            mcu += count;
            IsAtEnd = mcu == total && reader.IsAtEnd();
            if (mcu == total || !FindRestart(segments, ref position, marker, expected, out int skipped)) break;
            expected = JpegMarker.RST0 + ((expected + skipped + 1) & 7);
            mcu = (int)Math.Min(total, mcu + ((long)skipped * restartInterval));
        }

        return (decoded, total - decoded);
    }

    /// <summary>Releases the memory.</summary>
    public virtual void Dispose()
    {
    }

    /// <summary>Creates a decoder of the same scan for another thread.</summary>
    protected abstract JpegScanDecoder CloneForWorker();

    /// <summary>Decodes one restart interval as far as possible.</summary>
    /// <param name="reader">The bits.</param>
    /// <param name="first">The first MCU.</param>
    /// <param name="count">The expected number of MCUs.</param>
    /// <returns>The number of decoded MCUs.</returns>
    protected abstract int DecodeInterval(ref JpegBitReader reader, int first, int count);

    /// <returns>The number of decoded MCUs.</returns>
    private int DecodeIntervals(RestartIntervals intervals, int total, int restartInterval, FrameThreads threads)
    {
        int decoded = 0;
        threads.ForEachBand(
            intervals.Count,
            (long)restartInterval * SamplesPerMcu,
            1,
            () =>
            {
                JpegScanDecoder another = CloneForWorker();
                another.Cancellation = Cancellation;
                return new Worker(another, intervals.Open());
            },
            (first, end, worker) =>
            {
                int ofBand = 0;
                for (int i = first; i < end; i++)
                {
                    int mcu = i * restartInterval, position = intervals[i];
                    JpegBitReader reader = worker.Segments.Read(ref position, out _);
                    ofBand += worker.Decoder.DecodeInterval(ref reader, mcu, Math.Min(total - mcu, restartInterval));
                    if (i + 1 == intervals.Count) IsAtEnd = reader.IsAtEnd();
                }

                Interlocked.Add(ref decoded, ofBand);
            });
        return decoded;
    }

    /// <summary>
    /// Advances past the next RST marker, whose number shows how many intervals are lost. False at the end of the scan.
    /// </summary>
    private static bool FindRestart(EntropyCodedSegments segments, ref int position, int marker, int expected, out int skipped)
    {
        skipped = 0;
        while (true)
        {
            if (marker == JpegMarker.None || (!JpegMarker.IsRestart(marker) && marker >= JpegMarker.SOF0)) return false;
            position += 2;
            int ahead = (marker - expected) & 7;
            // A repeat of the last two markers, or data that look like a marker: neither starts the next interval.
            if (JpegMarker.IsRestart(marker) && ahead < 6)
            {
                if (ahead <= 2) skipped = ahead;
                return true;
            }

            segments.Read(ref position, out marker);
        }
    }

    /// <summary>The decoder and the reader of one thread.</summary>
    private sealed class Worker(JpegScanDecoder decoder, EntropyCodedSegments segments) : IDisposable
    {
        public JpegScanDecoder Decoder { get; } = decoder;

        public EntropyCodedSegments Segments { get; } = segments;

        public void Dispose()
        {
            Decoder.Dispose();
            Segments.Dispose();
        }
    }
}
