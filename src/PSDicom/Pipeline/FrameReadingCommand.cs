using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using PSDicom.Frames;
using PSDicom.Threading;

namespace PSDicom.Pipeline;

/// <summary>Reads frames of the named files ahead and writes their results in order; a frame that cannot be read is one error.</summary>
/// <typeparam name="T">The result of a frame.</typeparam>
public abstract class FrameReadingCommand<T> : FileReadingCommand
    where T : class
{
    /// <summary>Series or stacks of Get-DicomSeries: their frames are read in the order of their positions in the patient.</summary>
    [Parameter(Mandatory = true, ParameterSetName = StackSet, ValueFromPipeline = true)]
    [Alias("Series")]
    [StackObjects]
    [ValidateNotNullOrEmpty]
    public StackFrames[]? Stack { get; set; }

    /// <summary>
    /// The frame numbers, from 1, in the order wanted; ranges such as 10..20 are allowed. In a series or stack they count in its order.
    /// </summary>
    [Parameter]
    [FrameRanges]
    [ValidateRange(1, int.MaxValue)]
    [ValidateNotNullOrEmpty]
    [PSDefaultValue(Help = "All frames")]
    public int[]? Frame { get; set; }

    private protected override string Parts => "frames";

    /// <summary>Few, because each file read ahead is held open or has a frame in memory.</summary>
    private protected override int InputsPerThread => OrderedReadAhead.LargeResultsPerThread;

    /// <summary>Opens a file; called on several threads at once.</summary>
    private protected abstract IFrameSource<T> Open(FileRequest request, CancellationToken cancellation);

    /// <summary>The warnings of a frame.</summary>
    private protected abstract IReadOnlyList<DicomWarning> WarningsOf(T frame);

    /// <summary>Writes the result of a frame.</summary>
    private protected virtual void WriteFrame(T frame) => WriteObject(frame);

    /// <summary>The numbers of the results to read of a source; null for all.</summary>
    private protected virtual int[]? ReadFrames(FileRequest request) => FramesOf(request);

    /// <summary>The numbers of the requested frames of a file; null for all.</summary>
    private protected int[]? FramesOf(FileRequest request) => request.Frames?.Numbers ?? Frame;

    private protected override IEnumerable<FileRequest> Requests() =>
        ParameterSetName == StackSet ? Stack!.SelectMany(stack => stack.Requests(Frame)) : base.Requests();

    private protected override FileResult Read(FileRequest request, CancellationToken cancellation)
    {
        IFrameSource<T> file = Open(request, cancellation);
        DicomWarning[] warnings = file.Warning is { } warning ? [warning] : [];
        int[]? numbers = ReadFrames(request);
        if ((numbers?.Length ?? file.Count) > 1) return new FileResult(file, warnings);
        using (file)
        {
            T frame = file.Read(numbers?[0] ?? 1);
            return new FileResult(frame, [.. warnings, .. WarningsOf(frame)]);
        }
    }

    private protected override void WriteResult(FileRequest request, FileResult result)
    {
        WriteWarnings(request, result.Warnings);
        if (result.Output is not IFrameSource<T> file)
        {
            WriteFrame((T)result.Output);
            Progress.AddPart(request.Path, 1, 1);
            return;
        }

        int[]? numbers = ReadFrames(request);
        using (file) WriteFrames(request, file, numbers ?? Enumerable.Range(1, file.Count), numbers?.Length ?? file.Count);
    }

    /// <summary>Writes the frames in order, while the next ones are read.</summary>
    private void WriteFrames(FileRequest request, IFrameSource<T> file, IEnumerable<int> numbers, int count)
    {
        int done = 0;
        int threads = Math.Min(ThrottleLimit, Environment.ProcessorCount);
        using var ahead = new OrderedReadAhead<int, T>((number, _) => file.Read(number), threads, StopToken);
        ahead.Run(numbers, result =>
        {
            bool goesOn = TryWrite(request, result);
            Progress.AddPart(request.Path, ++done, count);
            return goesOn;
        });
    }

    /// <returns>False if the other frames of the file have the same error.</returns>
    private bool TryWrite(FileRequest request, ReadAheadResult<int, T> result)
    {
        if (result.Error is null)
        {
            WriteWarnings(request, WarningsOf(result.Result!));
            WriteFrame(result.Result!);
            return true;
        }

        WriteFailure(request, result.Error);
        return !FrameFile.EndsReading(result.Error);
    }
}
