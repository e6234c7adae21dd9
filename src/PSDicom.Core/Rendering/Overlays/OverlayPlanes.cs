using System;
using System.Collections.Generic;
using System.Linq;
using PSDicom.Query;

namespace PSDicom.Rendering.Overlays;

/// <summary>The overlay planes of an image (PS3.3 section C.9.2).</summary>
internal sealed class OverlayPlanes
{
    private const uint FirstGroup = 0x6000_0000;
    private const uint LastGroup = 0x601E_0000;
    private const uint GroupStep = 0x0002_0000;

    private const int MaxCellBits = 64;

    private readonly OverlayPlane[] _planes;

    private OverlayPlanes(OverlayPlane[] planes) => _planes = planes;

    /// <summary>The tags that are read.</summary>
    public static TagMask[] Tags => [.. OverlayPlane.Elements.Select(element => new TagMask(FirstGroup | element, 0xFF00_FFFF))];

    /// <summary>
    /// Whether an overlay is embedded in the pixel cells, as the standard allowed until 2004, above their lowest <paramref
    /// name="cellBits"/> bits.
    /// </summary>
    public bool LacksEmbedded(int cellBits) => Array.Exists(_planes, plane => plane.IsEmbedded && plane.Bit >= cellBits);

    /// <summary>Reads the overlay attributes of a data set. Bits are read frame by frame.</summary>
    public static OverlayPlanes Read(DicomDataset dataset)
    {
        var planes = new List<OverlayPlane>();
        for (uint group = FirstGroup; group <= LastGroup; group += GroupStep)
        {
            if (OverlayPlane.Read(dataset, group) is { } plane) planes.Add(plane);
        }

        return new OverlayPlanes([.. planes]);
    }

    /// <summary>Reads the overlays of a frame.</summary>
    /// <param name="frame">The frame, from 0.</param>
    /// <param name="cells">The pixel cells with all their bits; null if there are only stored values, without embedded overlays.</param>
    /// <param name="rows">Rows of the frame.</param>
    /// <param name="columns">Columns of the frame.</param>
    /// <param name="cellBits">The number of low bits of the cells that are as in the file.</param>
    /// <exception cref="DicomException">The file no longer has the bits.</exception>
    public IReadOnlyList<OverlayMask> Take(int frame, Array? cells, int rows, int columns, int cellBits = MaxCellBits)
    {
        var masks = new List<OverlayMask>();
        foreach (OverlayPlane plane in _planes)
        {
            if (plane.FindMask(frame, cells, rows, columns, cellBits) is { } mask) masks.Add(mask);
        }

        return masks;
    }
}
