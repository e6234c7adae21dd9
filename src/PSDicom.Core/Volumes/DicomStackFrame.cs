using PSDicom.Volumes;

namespace PSDicom;

/// <summary>A frame of a series: a file, and which of its frames.</summary>
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

    /// <summary>Which slice of its stack it is, from 1; null in a list of images, in a mosaic, and where slices and volumes do not come out even.</summary>
    public int? Slice { get; internal set; }

    /// <summary>Which volume of its stack it is of, from 1; null where <see cref="Slice"/> is, except in a mosaic, of which each frame is a volume.</summary>
    public int? Volume { get; internal set; }

    internal DicomSeriesFile File { get; }

    internal FrameKeys Keys { get; }

    /// <summary>The type and the meaning of its samples.</summary>
    internal SampleMeaning Meaning { get; set; } = new();

    /// <summary>Where the center of its first pixel lies, in mm; null if the file does not say.</summary>
    internal Vector3d? Position { get; init; }

    /// <summary>How its plane is turned; null if the file does not say.</summary>
    internal PlaneShape? Shape { get; set; }

    /// <summary>The path and the number of the frame, to be shown.</summary>
    public override string ToString() => $"{File}#{Frame}";
}
