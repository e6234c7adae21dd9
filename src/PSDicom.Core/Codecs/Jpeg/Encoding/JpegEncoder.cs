using System;
using System.IO;
using PSDicom.Pixels;

namespace PSDicom.Codecs.Jpeg.Encoding;

/// <summary>
/// Encodes the baseline process of ITU-T T.81 with the Huffman tables of its K.3. Color becomes YCbCr, its differences at half or full
/// resolution.
/// </summary>
internal static class JpegEncoder
{
    /// <summary>The most rows or columns that a frame header can hold (T.81 B.2.2).</summary>
    public const int MaxSize = ushort.MaxValue;

    /// <summary>Writes a codestream from SOI to EOI.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="picture">8 bits a sample, 1 or 3 samples a pixel.</param>
    /// <param name="quality">1 to 100.</param>
    /// <param name="isHalf">Whether chrominance has half the resolution, both ways.</param>
    /// <param name="application">Whole segments of the format around the codestream, which follow SOI; may be empty.</param>
    /// <exception cref="ArgumentException">The picture is none of these.</exception>
    public static void Encode(Stream stream, Picture picture, int quality, bool isHalf, byte[] application)
    {
        if (picture.Pixels is not byte[] || picture.SamplesPerPixel is not (1 or 3) || picture.Width is < 1 or > MaxSize || picture.Height is < 1 or > MaxSize)
            throw new ArgumentException("The baseline process has no such picture.", nameof(picture));
        if (picture.Pixels.Length < (long)picture.Width * picture.Height * picture.SamplesPerPixel)
            throw new ArgumentException("There are fewer samples than the picture has.", nameof(picture));
        QuantizationTable[] quantization = QuantizationTable.Make(quality);
        byte[] header = JpegHeaderWriter.Make(picture, quantization, isHalf, application);
        stream.Write(header, 0, header.Length);
        using (var scan = new ScanWriter(stream, picture, quantization, isHalf)) scan.Write();
        stream.Write([0xFF, Marker.EOI], 0, 2);
    }
}
