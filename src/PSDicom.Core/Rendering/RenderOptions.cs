using PSDicom.Rendering.Colors;
using PSDicom.Rendering.Greys;

namespace PSDicom.Rendering;

/// <summary>What a picture of a frame is to look like. Without any, it is as a viewer first shows it.</summary>
public sealed class RenderOptions
{
    private Windowing _windowing = Windowing.Default;

    /// <summary>Which values get which greys. Colour images have no window.</summary>
    public Windowing Windowing
    {
        get => _windowing;
        init => _windowing = value;
    }

    /// <summary>Bits of a sample: 8 or 16; null for 8, or for values that are kept (<see cref="Windowing.None"/>) for as many as they need.</summary>
    public int? BitDepth { get; init; }

    /// <summary>The colours that greys become; null to leave them grey. Colour images stay as they are.</summary>
    public ColorMap? ColorMap { get; init; }

    /// <summary>Whether black becomes white.</summary>
    public bool Invert { get; init; }

    /// <summary>Whether overlays (groups 60xx) are drawn, in white.</summary>
    public bool Overlay { get; init; }

    /// <summary>Width in pixels, as it is in the end, turned or not; null for what follows from height and aspect ratio, or for the frame's own.</summary>
    public int? Width { get; init; }

    /// <summary>Height in pixels, as it is in the end; null for what follows from width and aspect ratio, or for the frame's own.</summary>
    public int? Height { get; init; }

    /// <summary>How much larger (above 1) or smaller than the frame; null for neither. Pixels that are not square become square.</summary>
    public double? Scale { get; init; }

    /// <summary>Degrees clockwise: 0, 90, 180 or 270.</summary>
    public int Rotate { get; init; }

    /// <summary>How the picture is mirrored, after it is turned.</summary>
    public PictureFlip Flip { get; init; }

    /// <summary>The same options with another window.</summary>
    internal RenderOptions With(Windowing windowing)
    {
        var copy = (RenderOptions)MemberwiseClone();
        copy._windowing = windowing;
        return copy;
    }
}
