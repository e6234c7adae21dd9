using System.Collections.Generic;
using PSDicom.Pixels;

namespace PSDicom.Operations.Show;

/// <summary>A frame rendered in its size in the terminal.</summary>
public sealed class ShownFrame
{
    internal ShownFrame(Picture picture, string caption, IReadOnlyList<DicomWarning> warnings)
    {
        Picture = picture;
        Caption = caption;
        Warnings = warnings;
    }

    /// <summary>The file name, frame number, size, window, and requested elements, without control characters.</summary>
    public string Caption { get; }

    /// <summary>The warnings of the frame and its rendering.</summary>
    public IReadOnlyList<DicomWarning> Warnings { get; }

    /// <summary>The 8-bit picture.</summary>
    internal Picture Picture { get; }
}
