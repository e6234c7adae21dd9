using System;
using PSDicom.Pixels;
using PSDicom.Rendering.Greys;

namespace PSDicom.Rendering;

/// <summary>A grey picture, with the window that was applied.</summary>
internal sealed record RenderedPicture(Array Pixels) : Picture(Pixels)
{
    /// <summary>The window that was applied; null if none was.</summary>
    public VoiWindow? Window { get; init; }
}
