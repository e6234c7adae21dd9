using System.IO;
using PSDicom.Codecs.Jpeg.Encoding;
using PSDicom.Pixels;

namespace PSDicom.Pictures.Jpeg;

/// <summary>Writes JPEG: a codestream of the baseline process in a JFIF file.</summary>
internal sealed class JpegWriter(Stream stream, ImageWriteOptions options) : ImageWriter
{
    /// <inheritdoc/>
    public override void Add(Picture picture)
    {
        Check(picture);
        bool isHalf = picture.SamplesPerPixel > 1 && !options.FullChroma;
        JpegEncoder.Encode(stream, picture, options.Quality, isHalf, JfifSegment.Make(picture));
    }

    private static void Check(Picture picture)
    {
        string? obstacle = null;
        if (picture.Pixels is not byte[])
            obstacle = "has 8 bits a sample, and this picture has others. Ask for 8 bits, or use another format such as PNG or TIFF.";
        else if (picture.SamplesPerPixel is not (1 or 3))
            obstacle = $"is grey or has three colours, and this picture has {picture.SamplesPerPixel} samples a pixel.";
        else if (picture.Width is < 1 or > JpegEncoder.MaxSize || picture.Height is < 1 or > JpegEncoder.MaxSize)
            obstacle = $"has 1 to {JpegEncoder.MaxSize} rows and columns, and this picture is {picture.Width} x {picture.Height}. Use another format.";
        if (obstacle is not null) throw new DicomException(DicomErrorReason.PictureNotSupported, "JPEG " + obstacle);
    }
}
