namespace PSDicom.Operations.Export;

/// <summary>A picture that is to be written.</summary>
public sealed class PictureTarget
{
    internal PictureTarget(int? frame, string path)
    {
        Frame = frame;
        Path = path;
    }

    /// <summary>The number of the frame, from 1; null for several frames in one file.</summary>
    public int? Frame { get; }

    /// <summary>The full path of the file to write.</summary>
    public string Path { get; }

    /// <summary>The path.</summary>
    public override string ToString() => Path;
}
