using System.Collections.Generic;
using PSDicom.Pixels;

namespace PSDicom.Operations.Show;

/// <summary>A frame in the size in which it is shown.</summary>
public sealed class ShownFrame
{
    internal ShownFrame(Picture picture, string caption, IReadOnlyList<DicomWarning> warnings)
    {
        Picture = picture;
        Caption = caption;
        Warnings = warnings;
    }

    /// <summary>File name, number, size and window, and what was asked for; without what a terminal takes for commands.</summary>
    public string Caption { get; }

    /// <summary>What the file has wrong about the frame or its rendering, and what was done.</summary>
    public IReadOnlyList<DicomWarning> Warnings { get; }

    /// <summary>The picture, of bytes.</summary>
    internal Picture Picture { get; }
}
