using PSDicom.Volumes;

namespace PSDicom;

/// <summary>A frame of a series: a file and a frame number.</summary>
public sealed class DicomStackFrame
{
    internal DicomStackFrame(DicomSeriesFile file, int frame, FrameKeys keys)
    {
        File = file;
        Frame = frame;
        Keys = keys;
    }

    /// <summary>The full path of the file.</summary>
    public string FullName => File.FullName;

    /// <summary>The number of the frame in the file, from 1.</summary>
    public int Frame { get; }

    /// <summary>The number of its slice in the stack, from 1; null for images without a position, for mosaics, and if there are no whole volumes.</summary>
    public int? Slice { get; internal set; }

    /// <summary>The number of its volume in the stack, from 1; null if <see cref="Slice"/> is null, except for mosaics, whose frames are volumes.</summary>
    public int? Volume { get; internal set; }

    internal DicomSeriesFile File { get; }

    internal FrameKeys Keys { get; }

    /// <summary>The type and the meaning of its samples.</summary>
    internal SampleMeaning Meaning { get; set; } = new();

    /// <summary>The position of the center of the first pixel in mm; null if unknown.</summary>
    internal Vector3d? Position { get; init; }

    /// <summary>The orientation and pixel spacing of its plane; null if unknown.</summary>
    internal PlaneShape? Shape { get; set; }

    /// <summary>The path and the frame number, for display.</summary>
    public override string ToString() => $"{File}#{Frame}";
}
