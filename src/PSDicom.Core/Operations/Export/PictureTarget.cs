using PSDicom.Operations.Targets;

namespace PSDicom.Operations.Export;

/// <summary>A picture to write.</summary>
public sealed class PictureTarget : WriteTarget
{
    internal PictureTarget(int? frame, string path)
        : base(path) => Frame = frame;

    /// <summary>The number of the frame, from 1; null for a picture of several frames.</summary>
    public int? Frame { get; }
}
