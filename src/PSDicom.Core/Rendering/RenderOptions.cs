using PSDicom.Rendering.Colors;
using PSDicom.Rendering.Greys;

namespace PSDicom.Rendering;

/// <summary>Options for rendering a frame. The defaults are those of a viewer.</summary>
public sealed record RenderOptions
{
    /// <summary>The values that are shown from black to white. Colour images have no window.</summary>
    public Windowing Windowing { get; init; } = Windowing.Default;

    /// <summary>Bits of a sample: 8 or 16; null for 8, or with <see cref="Windowing.None"/>, for as many as the values need.</summary>
    public int? BitDepth { get; init; }

    /// <summary>The colour map for greys; null for none. Colour images are not changed.</summary>
    public ColorMap? ColorMap { get; init; }

    /// <summary>Whether black and white are exchanged.</summary>
    public bool Invert { get; init; }

    /// <summary>Whether overlays (groups 60xx) are drawn, in white.</summary>
    public bool Overlay { get; init; }

    /// <summary>Width of the final picture in pixels; null to compute it from height and aspect ratio, or to keep the frame's.</summary>
    public int? Width { get; init; }

    /// <summary>Height of the final picture in pixels; null to compute it from width and aspect ratio, or to keep the frame's.</summary>
    public int? Height { get; init; }

    /// <summary>The scale factor; null for none. With a factor, pixels that are not square become square.</summary>
    public double? Scale { get; init; }

    /// <summary>The rotation in degrees clockwise: 0, 90, 180 or 270.</summary>
    public int Rotate { get; init; }

    /// <summary>How the picture is mirrored, after the rotation.</summary>
    public PictureFlip Flip { get; init; }
}
