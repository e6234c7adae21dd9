using System;
using System.IO;
using PSDicom.Codecs.Jpeg;
using PSDicom.Rendering;

namespace PSDicom.Images.Jpeg;

/// <summary>
/// Writes JPEG: the baseline process of ITU-T T.81 with the Huffman tables of its K.3, in a JFIF 1.02 file. Colour becomes YCbCr, its
/// differences at half or full resolution.
/// </summary>
internal sealed class JpegWriter(Stream stream, ImageWriteOptions options) : ImageWriter
{
    private const int MostLines = ushort.MaxValue;

    /// <inheritdoc/>
    public override void Add(Picture picture)
    {
        Check(picture);
        bool isHalf = picture.SamplesPerPixel > 1 && !options.FullChroma;
        QuantizationTable[] quantization = QuantizationTable.Make(options.Quality);
        byte[] header = JpegHeader.Make(picture, quantization, isHalf);
        stream.Write(header, 0, header.Length);
        using (var scan = new ScanWriter(stream, picture, quantization, isHalf)) scan.Write();
        stream.Write([0xFF, Marker.EOI], 0, 2);
    }

    private static void Check(Picture picture)
    {
        string? obstacle = null;
        if (picture.Pixels is not byte[])
            obstacle = "has 8 bits a sample, and this picture has others. Ask for 8 bits, or use another format such as PNG or TIFF.";
        else if (picture.SamplesPerPixel is not (1 or 3))
            obstacle = $"is grey or has three colours, and this picture has {picture.SamplesPerPixel} samples a pixel.";
        else if (picture.Width is < 1 or > MostLines || picture.Height is < 1 or > MostLines)
            obstacle = $"has 1 to {MostLines} rows and columns, and this picture is {picture.Width} x {picture.Height}. Use another format.";
        if (obstacle is not null) throw new DicomException(DicomErrorReason.PictureNotSupported, "JPEG " + obstacle);
        if (picture.Pixels.Length < (long)picture.Width * picture.Height * picture.SamplesPerPixel)
            throw new ArgumentException("There are fewer samples than the picture has.", nameof(picture));
    }
}
