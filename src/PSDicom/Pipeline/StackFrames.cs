using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using PSDicom.Operations.Export;

namespace PSDicom.Pipeline;

/// <summary>The frames of a stack from Get-DicomSeries, in order, from this or another process.</summary>
public sealed class StackFrames
{
    internal StackFrames(IReadOnlyList<StackFrame> frames, int index = 1, int count = 1)
    {
        Frames = frames;
        Suffix = count > 1 ? string.Format(CultureInfo.InvariantCulture, "_stack{0}", index) : string.Empty;
    }

    /// <summary>The frames; at least one.</summary>
    internal IReadOnlyList<StackFrame> Frames { get; }

    /// <summary>The suffix of a file name that distinguishes the stack in its series.</summary>
    internal string Suffix { get; }

    /// <summary>The number of frames.</summary>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "{0} frames", Frames.Count);

    /// <summary>The numbers of the frames in their files.</summary>
    internal int[] Numbers => [.. Frames.Select(frame => frame.Frame)];

    /// <summary>
    /// The requests to read the frames in order: one for each run of frames of one file. Frame numbers that the stack does not have are errors.
    /// </summary>
    /// <param name="chosen">The frame numbers in the stack, from 1; null for all.</param>
    internal IEnumerable<FileRequest> Requests(IReadOnlyList<int>? chosen) => Errors(chosen).Concat(ByRun(chosen).Select(run => new FileRequest(run)));

    /// <summary>The requests to write the frames: one for each file. Frame numbers that the stack does not have are errors.</summary>
    /// <param name="chosen">The frame numbers in the stack, from 1; null for all.</param>
    internal IEnumerable<FileRequest> RequestsByFile(IReadOnlyList<int>? chosen) => Errors(chosen).Concat(
        Choose(chosen).GroupBy(frame => frame.Path).Select(file => new FileRequest(new StackFrames([.. file]))));

    private IEnumerable<FileRequest> Errors(IReadOnlyList<int>? chosen) =>
        FindMissing(chosen).Select(error => new FileRequest(ErrorRecords.ForFile(error, Frames[0].Path)));

    private IEnumerable<StackFrames> ByRun(IReadOnlyList<int>? chosen)
    {
        List<StackFrame> run = [];
        foreach (StackFrame frame in Choose(chosen))
        {
            if (run.Count > 0 && run[0].Path != frame.Path)
            {
                yield return new StackFrames(run);
                run = [];
            }

            run.Add(frame);
        }

        if (run.Count > 0) yield return new StackFrames(run);
    }

    private IEnumerable<StackFrame> Choose(IReadOnlyList<int>? chosen) =>
        chosen is null ? Frames : chosen.Where(number => number <= Frames.Count).Select(number => Frames[number - 1]);

    private IEnumerable<DicomException> FindMissing(IReadOnlyList<int>? chosen) => (chosen ?? [])
        .Where(number => number > Frames.Count)
        .Select(number => new DicomException(
            DicomErrorReason.FrameNotFound,
            string.Format(CultureInfo.InvariantCulture, "There is no frame {0}: the stack has {1}.", number, Frames.Count),
            Frames[0].Path));
}
