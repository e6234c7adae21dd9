using System;
using System.Linq;
using System.Runtime.ExceptionServices;
using System.Threading;
using PSDicom.Threading;

namespace PSDicom.Frames.Measuring;

/// <summary>The frames of a file measured together: one result, whatever their number.</summary>
/// <param name="frames">The frames; they are closed with this.</param>
/// <param name="options">What is measured.</param>
/// <param name="cancellation">Ends the reading.</param>
internal sealed class TotalOfFrames(MeasuredFrames frames, FrameMeasureOptions options, CancellationToken cancellation) : IFrameSource<FrameMeasurement>
{
    /// <summary>One: the total.</summary>
    public int Count => 1;

    public DicomWarning? Warning => frames.Warning;

    /// <summary>Measures all frames, some ahead. The first that cannot be decoded ends it.</summary>
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
