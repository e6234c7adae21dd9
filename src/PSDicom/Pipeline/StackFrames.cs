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

    /// <summary>The errors for frame numbers that the stack does not have.</summary>
    internal IEnumerable<DicomException> FindMissing(IReadOnlyList<int>? chosen) => (chosen ?? [])
        .Where(number => number > Frames.Count)
        .Select(number => new DicomException(
            DicomErrorReason.FrameNotFound,
            string.Format(CultureInfo.InvariantCulture, "There is no frame {0}: the stack has {1}.", number, Frames.Count),
            Frames[0].Path));

    /// <summary>The frames of each file, in the order of the first frames of files.</summary>
    /// <param name="chosen">The frame numbers in the stack, from 1; null for all.</param>
    internal IEnumerable<StackFrames> ByFile(IReadOnlyList<int>? chosen) =>
        (chosen is null ? Frames : chosen.Where(number => number <= Frames.Count).Select(number => Frames[number - 1]))
        .GroupBy(frame => frame.Path)
        .Select(file => new StackFrames([.. file]));
}
