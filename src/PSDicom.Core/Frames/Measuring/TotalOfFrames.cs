using System;
using System.Linq;
using System.Runtime.ExceptionServices;
using System.Threading;
using PSDicom.Threading;

namespace PSDicom.Frames.Measuring;

/// <summary>Measures the frames of a file together, with one result.</summary>
/// <param name="frames">The frames; disposed with this object.</param>
/// <param name="options">The options.</param>
/// <param name="cancellation">Cancels the reading.</param>
internal sealed class TotalOfFrames(MeasuredFrames frames, FrameMeasureOptions options, CancellationToken cancellation) : IFrameSource<FrameMeasurement>
{
    /// <summary>1: the total.</summary>
    public int Count => 1;

    public DicomWarning? Warning => frames.Warning;

    /// <summary>Measures all frames, several at once. The first frame that cannot be decoded ends the measurement.</summary>
    public FrameMeasurement Read(int frame)
    {
        int readers = Math.Min(options.ThrottleLimit, Environment.ProcessorCount);
        using var ahead = new OrderedReadAhead<int, FrameMeasurement>((number, _) => frames.Read(number), readers, cancellation);
        var total = new FrameTotal(options);
        foreach (int number in options.Frames ?? Enumerable.Range(1, frames.Count))
        {
            if (ahead.IsFull) total.Add(Take(ahead));
            ahead.Add(number);
        }

        while (ahead.Count > 0) total.Add(Take(ahead));
        return total.ToMeasurement();
    }

    public void Dispose() => frames.Dispose();

    private static FrameMeasurement Take(OrderedReadAhead<int, FrameMeasurement> ahead)
    {
        ReadAheadResult<int, FrameMeasurement> result = ahead.Take();
        if (result.Error is not null) ExceptionDispatchInfo.Capture(result.Error).Throw();
        return result.Result!;
    }
}
