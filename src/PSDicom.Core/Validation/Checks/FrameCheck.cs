using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading;
using PSDicom.Frames;
using PSDicom.Threading;

namespace PSDicom.Validation.Checks;

/// <summary>Decodes every frame. Only those that are being decoded are in memory.</summary>
internal sealed class FrameCheck : IFileCheck
{
    private static readonly Regex Numbers = new("[0-9]+", RegexOptions.CultureInvariant);

    public void Check(CheckedFile file, FindingList findings, CancellationToken cancellation)
    {
        if (ImagePixels.FindPixelData(file.Dataset) is not { } pixelData || file.Image.Tally.Count == 0) return;
        FrameDecoding decoding = FrameDecoding.Of(file.Image);
        var problems = new Dictionary<(FindingRule, string), Problem>();
        if (decoding.Count == 1)
        {
            Add(problems, findings, Decode(decoding, 0, file.Options.ThrottleLimit, cancellation));
        }
        else
        {
            int threads = Math.Min(file.Options.ThrottleLimit, Environment.ProcessorCount);
            using var ahead = new OrderedReadAhead<int, FrameProblem[]>((index, stop) => Decode(decoding, index, threads, stop), threads, cancellation);
            ahead.Run(Enumerable.Range(0, decoding.Count), result =>
            {
                if (result.Error is not null) throw result.Error;
                return Add(problems, findings, result.Result!);
            });
        }

        foreach (KeyValuePair<(FindingRule Rule, string Text), Problem> problem in problems)
            findings.Add(problem.Key.Rule, problem.Value.ToString(), null, pixelData.Tag, problem.Value.Offset);
    }

    private static FrameProblem[] Decode(FrameDecoding decoding, int index, int throttleLimit, CancellationToken cancellation)
    {
        try
        {
            using var threads = new FrameThreads(throttleLimit, cancellation);
            using DecodedFrame frame = decoding.Decode(index, threads);
            return frame.Warnings.Count == 0 ? [] : [.. frame.Warnings.Select(warning => new FrameProblem(FindingRules.Of(warning.Kind) ?? PixelFindings.FrameDamaged, warning.Detail, warning.Offset))];
        }
        catch (DicomException exception)
        {
            bool isUnsupported = exception.Reason == DicomErrorReason.UnsupportedTransferSyntax;
            return [new FrameProblem(isUnsupported ? PixelFindings.FrameNotSupported : PixelFindings.FrameUndecodable, exception.Detail, exception.Offset, FrameFile.IsOfAllFrames(exception))];
        }
    }

    /// <returns>False if all other frames have the same problem.</returns>
    private static bool Add(Dictionary<(FindingRule, string), Problem> problems, FindingList findings, FrameProblem[] ofFrame)
    {
        foreach (FrameProblem problem in ofFrame)
        {
            // The header of the first frame was checked already.
            bool isOfHeader = problem.Rule != PixelFindings.FrameDamaged && problem.Rule != PixelFindings.CodestreamEnd && problem.Rule != PixelFindings.FrameUndecodable && problem.Rule != PixelFindings.FrameNotSupported;
            if (isOfHeader && findings.Has(problem.Rule)) continue;
            (FindingRule, string) kind = (problem.Rule, Numbers.Replace(problem.Message, "#"));
            if (problems.TryGetValue(kind, out Problem? known)) known.More++;
            else if (problems.Count < DicomLimits.MaxFindingsOfKind * DicomLimits.MaxFindingsOfKind) problems.Add(kind, new Problem(problem.Message, problem.Offset));
            if (problem.IsOfAllFrames) return false;
        }

        return true;
    }

    private sealed class Problem(string message, long? offset)
    {
        public long? Offset => offset;

        public int More { get; set; }

        public override string ToString() =>
            More == 0 ? message : FormattableString.Invariant($"{message} The same applies to {More} more {(More == 1 ? "frame" : "frames")}.");
    }

    private sealed record FrameProblem(FindingRule Rule, string Message, long? Offset, bool IsOfAllFrames = false);
}
