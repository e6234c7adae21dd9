using System.IO;
using PSDicom.Pixels;

namespace PSDicom.Pictures.WebP;

/// <summary>Writes WebP with a library that is loaded on demand. Lossless unless a quality is given.</summary>
internal sealed class WebPWriter(Stream stream, ImageWriteOptions options) : ImageWriter
{
    /// <summary>The maximum width and height of WebP.</summary>
    private const int MaxSide = 16383;

    /// <inheritdoc/>
    public override void Add(Picture picture)
    {
        if (picture.Pixels is not byte[] samples || picture.Pixels.GetType() != typeof(byte[]) || picture.SamplesPerPixel is not (1 or 3))
            throw NotSupported("WebP has 8 bits per sample, and this picture does not. Use 8 bits, or another format such as PNG or TIFF.");
        if (picture.Width is < 1 or > MaxSide || picture.Height is < 1 or > MaxSide)
            throw NotSupported($"WebP pictures have 1 to {MaxSide} rows and columns, and this picture is {picture.Width} x {picture.Height}. Use another format.");
        using var file = new MemoryStream();
        WebPLibrary.Write(file, samples, picture.Width, picture.Height, options.WebPQuality ?? 0);
        file.WriteTo(stream);
    }

    private static DicomException NotSupported(string detail) => new(DicomErrorReason.PictureNotSupported, detail);
}
