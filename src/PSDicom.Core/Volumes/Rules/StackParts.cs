using System.Collections.Generic;
using System.Linq;

namespace PSDicom.Volumes.Rules;

/// <summary>The frames and files of stacks, each once and in order.</summary>
internal static class StackParts
{
    /// <summary>The frames of slices, in the order of their first slices.</summary>
    public static IReadOnlyList<DicomStackFrame> FramesOf(IEnumerable<PlacedSlice> slices) => Frames(slices.Select(slice => slice.Frame).Distinct());

    public static IReadOnlyList<DicomStackFrame> Frames(IEnumerable<DicomStackFrame> frames) => new CountedList<DicomStackFrame>([.. frames], "frame", "frames");

    /// <summary>The files of frames, in the order of their first frames.</summary>
    public static IReadOnlyList<DicomSeriesFile> FilesOf(IEnumerable<DicomStackFrame> frames) => Files(frames.Select(frame => frame.File).Distinct());

    public static IReadOnlyList<DicomSeriesFile> Files(IEnumerable<DicomSeriesFile> files) => new CountedList<DicomSeriesFile>([.. files], "file", "files");

    /// <summary>The problems of files.</summary>
    public static SeriesProblem ProblemsOf(IEnumerable<DicomSeriesFile> files) =>
        files.Aggregate(SeriesProblem.None, (problem, file) => problem | file.Problem);

    /// <summary>The number of frames in copies of the files.</summary>
    public static int DuplicatesOf(IEnumerable<DicomSeriesFile> files) => files.Sum(file => file.Copies * file.FrameCount);
}
