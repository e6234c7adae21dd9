using System.IO;
using PSDicom.Codecs;
using PSDicom.Codecs.Jpeg.Encoding;
using PSDicom.Pixels;

namespace PSDicom.Pictures.Jpeg;

/// <summary>Writes JPEG: a baseline codestream in a JFIF file.</summary>
internal sealed class JpegWriter(Stream stream, ImageWriteOptions options) : ImageWriter
{
    /// <inheritdoc/>
    public override void Add(Picture picture)
    {
        Check(picture);
        var source = new DctSource
        {
            Samples = (byte[])picture.Pixels,
            Width = picture.Width,
            Height = picture.Height,
            Components = picture.SamplesPerPixel,
            IsRgb = true,
            Subsampling = options.FullChroma ? ChromaSubsampling.None : ChromaSubsampling.Both,
            Quality = options.Quality,
        };
        DctCodestream.Encode(source, JfifSegment.Make(picture), bytes => stream.Write(bytes.Array!, bytes.Offset, bytes.Count));
    }

    private static void Check(Picture picture)
    {
        string? obstacle = null;
        if (picture.SampleType != SampleType.UInt8)
            obstacle = "supports 8-bit samples only. Choose a bit depth of 8, or another format such as PNG or TIFF.";
        else if (picture.SamplesPerPixel is not (1 or 3))
            obstacle = $"supports grey and RGB only, and the picture has {picture.SamplesPerPixel} samples per pixel. Choose another format.";
        else if (picture.Width is < 1 or > DctSource.MaxSize || picture.Height is < 1 or > DctSource.MaxSize)
            obstacle = $"supports 1 to {DctSource.MaxSize} rows and columns, and the picture has {picture.Width} x {picture.Height} pixels. Choose another size or format.";
        if (obstacle is not null) throw new DicomException(DicomErrorReason.PictureNotSupported, "JPEG " + obstacle);
    }
}
