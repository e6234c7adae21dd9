using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using PSDicom.Operations.Export;

namespace PSDicom.Pipeline;

/// <summary>Frames that belong together, in order: those of a stack that Get-DicomSeries gave, here or in another process.</summary>
public sealed class StackFrames
{
    internal StackFrames(IReadOnlyList<StackFrame> frames, int index = 1, int count = 1)
    {
        Frames = frames;
        Suffix = count > 1 ? string.Format(CultureInfo.InvariantCulture, "_stack{0}", index) : string.Empty;
    }

    /// <summary>The frames; one at least.</summary>
    internal IReadOnlyList<StackFrame> Frames { get; }

    /// <summary>What a name has that must not be that of another stack of the series.</summary>
    internal string Suffix { get; }

    /// <summary>How many frames there are.</summary>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "{0} frames", Frames.Count);

    /// <summary>An error for each number that no frame has.</summary>
    internal IEnumerable<DicomException> FindMissing(IReadOnlyList<int>? chosen) => (chosen ?? [])
        .Where(number => number > Frames.Count)
        .Select(number => new DicomException(
            DicomErrorReason.FrameNotFound,
            string.Format(CultureInfo.InvariantCulture, "There is no frame {0}: the stack has {1}.", number, Frames.Count),
            Frames[0].Path));

    /// <summary>The frames of each file, in the order of the files' first ones.</summary>
    /// <param name="chosen">Which frames of the stack, from 1; null for all.</param>
    internal IEnumerable<StackFrames> ByFile(IReadOnlyList<int>? chosen) =>
        (chosen is null ? Frames : chosen.Where(number => number <= Frames.Count).Select(number => Frames[number - 1]))
        .GroupBy(frame => frame.Path)
        .Select(file => new StackFrames([.. file]));
}
