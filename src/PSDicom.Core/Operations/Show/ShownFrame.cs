using System.Collections.Generic;
using PSDicom.Pixels;

namespace PSDicom.Operations.Show;

/// <summary>A frame as it is shown, resized.</summary>
public sealed class ShownFrame
{
    internal ShownFrame(Picture picture, string caption, IReadOnlyList<DicomWarning> warnings)
    {
        Picture = picture;
        Caption = caption;
        Warnings = warnings;
    }

    /// <summary>File name, number, size, window and requested elements, safe for terminals.</summary>
    public string Caption { get; }

    /// <summary>The problems of the frame or its rendering, and how they were handled.</summary>
    public IReadOnlyList<DicomWarning> Warnings { get; }

    /// <summary>The picture, with 8 bits per sample.</summary>
    internal Picture Picture { get; }
}
