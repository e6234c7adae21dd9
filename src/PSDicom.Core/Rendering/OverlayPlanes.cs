#pragma warning disable CA1822, IDE0060
using System;
using System.Collections.Generic;
using PSDicom.Data;
using PSDicom.Query;

namespace PSDicom.Rendering;

/// <summary>The overlays of an image: bits that are drawn over its frames (PS3.3 section C.9.2).</summary>
internal sealed class OverlayPlanes
{
    /// <summary>The tags that are read.</summary>
    public static TagMask[] Tags => [];

    /// <summary>Whether some overlay lies in unused bits of the pixel cells, as the standard had it before 2004.</summary>
    public bool HasEmbedded => false;

    /// <summary>Finds the overlays of a data set; their bits are read frame by frame.</summary>
    public static OverlayPlanes Read(DicomDataset dataset) => new();

    /// <summary>The overlays of a frame.</summary>
    /// <param name="frame">The frame, from 0.</param>
    /// <param name="cells">The pixel cells with all their bits; null if there are only stored values, which leaves out embedded overlays.</param>
    /// <param name="rows">Rows of the frame.</param>
    /// <param name="columns">Columns of the frame.</param>
    public IReadOnlyList<OverlayMask> Take(int frame, Array? cells, int rows, int columns) => [];
}
