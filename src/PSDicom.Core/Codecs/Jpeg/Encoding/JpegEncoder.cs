using System;
using System.IO;
using PSDicom.Pixels;

namespace PSDicom.Codecs.Jpeg.Encoding;

/// <summary>
/// Encodes the baseline process of ITU-T T.81 with the Huffman tables of K.3. RGB is converted to YCbCr, with chrominance at half or full
/// resolution.
/// </summary>
internal static class JpegEncoder
{
    /// <summary>The maximum number of rows or columns in a frame header (T.81 B.2.2).</summary>
    public const int MaxSize = ushort.MaxValue;

    /// <summary>Writes a codestream from SOI to EOI.</summary>
    /// <param name="stream">The stream to write to.</param>
    /// <param name="picture">The picture, with 8 bits per sample and 1 or 3 samples per pixel.</param>
    /// <param name="quality">The quality, 1 to 100.</param>
    /// <param name="isHalf">Whether chrominance has half the resolution in both directions.</param>
    /// <param name="application">Marker segments of the file format, which follow SOI; may be empty.</param>
    /// <exception cref="ArgumentException">The picture is not supported.</exception>
    public static void Encode(Stream stream, Picture picture, int quality, bool isHalf, byte[] application)
    {
        if (picture.SampleType != SampleType.UInt8 || picture.SamplesPerPixel is not (1 or 3) || picture.Width is < 1 or > MaxSize || picture.Height is < 1 or > MaxSize)
            throw new ArgumentException("The baseline process does not support the picture.", nameof(picture));
        if (picture.Pixels.Length < (long)picture.Width * picture.Height * picture.SamplesPerPixel)
            throw new ArgumentException("The picture has fewer samples than its size requires.", nameof(picture));
        QuantizationTable[] quantization = QuantizationTable.Make(quality);
        byte[] header = JpegHeaderWriter.Make(picture, quantization, isHalf, application);
        stream.Write(header, 0, header.Length);
        using (var scan = new ScanWriter(stream, picture, quantization, isHalf)) scan.Write();
        stream.Write([0xFF, JpegMarker.EOI], 0, 2);
    }
}
