using System;
using System.Buffers.Binary;
using System.IO;
using PSDicom.Codecs.Deflate;
using PSDicom.Pixels;

namespace PSDicom.Pictures.Png;

/// <summary>Writes PNG (third edition): grey of 1, 8 or 16 bits, or RGB of 8 or 16 bits. The output is deterministic.</summary>
internal sealed class PngWriter(Stream stream, ImageWriteOptions options) : ImageWriter
{
    private const byte Grey = 0, Color = 2;

    // Measured: Paeth for all lines is as small as the choices of libpng for each line, except for single bits, which need no filter.
    private const byte NoFilter = 0;

    private const double MillimetersPerMeter = 1000;

    private readonly PngChunks _chunks = new(stream);

    /// <inheritdoc/>
    public override void Add(Picture picture)
    {
        Check(picture);
        _chunks.WriteSignature();
        WriteHeader(picture);
        WritePixelSize(picture);
        PngText.Write(_chunks, options.Text);
        WriteLines(picture);
        _chunks.Write("IEND"u8, new ArraySegment<byte>([]));
    }

    private static void Check(Picture picture)
    {
        if (picture.SampleType is not (SampleType.UInt8 or SampleType.UInt16) || picture.SamplesPerPixel is not (1 or 3))
        {
            throw new DicomException(
                DicomErrorReason.PictureNotSupported, "PNG supports 8-bit and 16-bit grey and RGB only. Choose a window, or another format: TIFF, NPY or RAW.");
        }

        if (picture.Pixels.Length == 0) throw new DicomException(DicomErrorReason.PictureNotSupported, "PNG does not support pictures without pixels.");
    }

    private void WriteHeader(Picture picture)
    {
        byte[] header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, picture.Width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), picture.Height);
        header[8] = (byte)picture.BitDepth;
        header[9] = picture.SamplesPerPixel == 1 ? Grey : Color;
        _chunks.Write("IHDR"u8, new ArraySegment<byte>(header));
    }

    /// <summary>Writes the pixels per meter, if known and valid integers.</summary>
    private void WritePixelSize(Picture picture)
    {
        double across = Math.Round(MillimetersPerMeter / picture.PixelWidth.GetValueOrDefault());
        double down = Math.Round(MillimetersPerMeter / picture.PixelHeight.GetValueOrDefault());
        if (across is not (>= 1 and <= int.MaxValue) || down is not (>= 1 and <= int.MaxValue)) return;
        byte[] size = new byte[9];
        BinaryPrimitives.WriteInt32BigEndian(size, (int)across);
        BinaryPrimitives.WriteInt32BigEndian(size.AsSpan(4), (int)down);
        size[8] = 1;
        _chunks.Write("pHYs"u8, new ArraySegment<byte>(size));
    }

    private void WriteLines(Picture picture)
    {
        var lines = new PngLines(picture);
        int pixelLength = Math.Max(1, picture.SamplesPerPixel * picture.BitDepth / 8);
        byte[] filtered = new byte[1 + lines.Length], even = new byte[lines.Length], odd = new byte[lines.Length];
        filtered[0] = picture.BitDepth == 1 ? NoFilter : PaethFilter.Type;
        ReadOnlySpan<byte> above = odd;
        ZlibEncoder encoder = ZlibEncoder.Start(compressed => _chunks.Write("IDAT"u8, compressed));
        for (int row = 0; row < picture.Height; row++)
        {
            ReadOnlySpan<byte> line = lines.Get(row, row % 2 == 0 ? even : odd);
            if (filtered[0] == NoFilter) line.CopyTo(filtered.AsSpan(1));
            else PaethFilter.Apply(line, above, pixelLength, filtered.AsSpan(1));
            encoder.Write(filtered);
            above = line;
        }

        encoder.Complete();
    }
}
