using System;
using System.Linq;
using System.Runtime.ExceptionServices;
using System.Threading;
using PSDicom.Threading;

namespace PSDicom.Frames.Measuring;

/// <summary>One measurement of all frames of a file.</summary>
/// <param name="frames">The frames, which are closed with this.</param>
/// <param name="options">The options.</param>
/// <param name="cancellation">Ends the reading.</param>
internal sealed class TotalOfFrames(MeasuredFrames frames, FrameMeasureOptions options, CancellationToken cancellation) : IFrameSource<FrameMeasurement>
{
    /// <summary>1: the total.</summary>
    public int Count => 1;

    public DicomWarning? Warning => frames.Warning;

    /// <summary>Measures all frames, some ahead. A frame that cannot be decoded is an error of the total.</summary>
    public FrameMeasurement Read(int frame)
    {
        int readers = Math.Min(options.ThrottleLimit, Environment.ProcessorCount);
        using var ahead = new OrderedReadAhead<int, FrameMeasurement>((number, _) => frames.Read(number), readers, cancellation);
        var total = new FrameTotal(options);
        ahead.Run(options.Frames ?? Enumerable.Range(1, frames.Count), result =>
        {
            if (result.Error is not null) ExceptionDispatchInfo.Capture(result.Error).Throw();
            total.Add(result.Result!);
            return true;
        });
        return total.ToMeasurement();
    }

    public void Dispose() => frames.Dispose();
}
