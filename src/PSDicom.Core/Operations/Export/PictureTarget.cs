using PSDicom.Operations.Targets;

namespace PSDicom.Operations.Export;

/// <summary>A picture that is to be written.</summary>
public sealed class PictureTarget : WriteTarget
{
    internal PictureTarget(int? frame, string path)
        : base(path) => Frame = frame;

    /// <summary>The number of the frame, from 1; null for several frames in one file.</summary>
    public int? Frame { get; }
}
