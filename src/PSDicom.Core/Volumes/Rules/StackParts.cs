using System.Collections.Generic;
using System.Linq;

namespace PSDicom.Volumes.Rules;

/// <summary>What stacks are made of: frames and files, each once and in order.</summary>
internal static class StackParts
{
    /// <summary>The frames of slices, in the order in which they first come.</summary>
    public static IReadOnlyList<DicomStackFrame> FramesOf(IEnumerable<PlacedSlice> slices) => Frames(slices.Select(slice => slice.Frame).Distinct());

    public static IReadOnlyList<DicomStackFrame> Frames(IEnumerable<DicomStackFrame> frames) => new CountedList<DicomStackFrame>([.. frames], "frame", "frames");

    /// <summary>The files of frames, in the order in which they first come.</summary>
    public static IReadOnlyList<DicomSeriesFile> FilesOf(IEnumerable<DicomStackFrame> frames) => Files(frames.Select(frame => frame.File).Distinct());

    public static IReadOnlyList<DicomSeriesFile> Files(IEnumerable<DicomSeriesFile> files) => new CountedList<DicomSeriesFile>([.. files], "file", "files");

    /// <summary>What is wrong with files.</summary>
    public static SeriesProblem ProblemsOf(IEnumerable<DicomSeriesFile> files) =>
        files.Aggregate(SeriesProblem.None, (problem, file) => problem | file.Problem);

    /// <summary>How many frames copies of the files have.</summary>
    public static int DuplicatesOf(IEnumerable<DicomSeriesFile> files) => files.Sum(file => file.Copies * file.FrameCount);
}
