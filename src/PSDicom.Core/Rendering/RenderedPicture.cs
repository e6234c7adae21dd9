using System;
using PSDicom.Pixels;
using PSDicom.Rendering.Greys;

namespace PSDicom.Rendering;

/// <summary>A picture of greys, with the window that made it.</summary>
internal sealed record RenderedPicture(Array Pixels) : Picture(Pixels)
{
    /// <summary>The window that was applied; null if none was.</summary>
    public VoiWindow? Window { get; init; }
}
