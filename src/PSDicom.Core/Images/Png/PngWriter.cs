using System;
using System.Buffers.Binary;
using System.IO;
using PSDicom.Images.Zlib;
using PSDicom.Rendering;

namespace PSDicom.Images.Png;

/// <summary>Writes PNG (third edition): 1, 8 or 16 bits of grey, 8 or 16 bits of red, green and blue; always the same bytes for a picture.</summary>
internal sealed class PngWriter(Stream stream, ImageWriteOptions options) : ImageWriter
{
    private const byte Grey = 0, Colour = 2;

    // Measured: for any kind of picture as small as the filters that libpng chooses for each line, but for bits, which are better left alone.
    private const byte NoFilter = 0, PaethFilter = 4;

    private const double MillimetresInMetre = 1000;

    private readonly PngChunks _chunks = new(stream);
    private byte[] _block = [];
    private int _blockLength;

    /// <inheritdoc/>
    public override void Add(Picture picture)
    {
        Check(picture);
        _chunks.WriteSignature();
        WriteHeader(picture);
        WritePixelSize(picture);
        PngText.Write(_chunks, options.Text);
        WriteLines(picture);
        _chunks.Write("IEND"u8, []);
    }

    private static void Check(Picture picture)
    {
        Type type = picture.Pixels.GetType();
        if ((type != typeof(byte[]) && type != typeof(ushort[])) || picture.SamplesPerPixel is not (1 or 3))
        {
            throw new DicomException(
                DicomErrorReason.PictureNotSupported, "PNG holds 1, 8 or 16 bits of grey or of red, green and blue; choose a window, or TIFF, NPY or RAW.");
        }

        if (picture.Pixels.Length == 0) throw new DicomException(DicomErrorReason.PictureNotSupported, "PNG holds no picture without pixels.");
    }

    private void WriteHeader(Picture picture)
    {
        Span<byte> header = stackalloc byte[13];
        header.Clear();
        BinaryPrimitives.WriteInt32BigEndian(header, picture.Width);
        BinaryPrimitives.WriteInt32BigEndian(header.Slice(4), picture.Height);
        header[8] = (byte)picture.BitDepth;
        header[9] = picture.SamplesPerPixel == 1 ? Grey : Colour;
        _chunks.Write("IHDR"u8, header);
    }

    /// <summary>Pixels in a metre, if they are known and whole numbers can tell them.</summary>
    private void WritePixelSize(Picture picture)
    {
        double across = Math.Round(MillimetresInMetre / picture.PixelWidth.GetValueOrDefault());
        double down = Math.Round(MillimetresInMetre / picture.PixelHeight.GetValueOrDefault());
        if (across is not (>= 1 and <= int.MaxValue) || down is not (>= 1 and <= int.MaxValue)) return;
        Span<byte> size = stackalloc byte[9];
        BinaryPrimitives.WriteInt32BigEndian(size, (int)across);
        BinaryPrimitives.WriteInt32BigEndian(size.Slice(4), (int)down);
        size[8] = 1;
        _chunks.Write("pHYs"u8, size);
    }

    private void WriteLines(Picture picture)
    {
        var lines = new PngLines(picture);
        var encoder = new ZlibEncoder();
        int pixelLength = Math.Max(1, picture.SamplesPerPixel * picture.BitDepth / 8);
        byte[] filtered = new byte[1 + lines.Length], even = new byte[lines.Length], odd = new byte[lines.Length];
        filtered[0] = picture.BitDepth == 1 ? NoFilter : PaethFilter;
        _block = new byte[ZlibEncoder.LongestBlock];
        ReadOnlySpan<byte> above = odd;
        for (int row = 0; row < picture.Height; row++)
        {
            ReadOnlySpan<byte> line = lines.Get(row, row % 2 == 0 ? even : odd);
            if (filtered[0] == NoFilter) line.CopyTo(filtered.AsSpan(1));
            else PngKernels.Paeth(line, above, pixelLength, filtered.AsSpan(1));
            Append(encoder, filtered);
            above = line;
        }

        WriteBlock(encoder, isLast: true);
    }

    private void Append(ZlibEncoder encoder, ReadOnlySpan<byte> line)
    {
        while (!line.IsEmpty)
        {
            if (_blockLength == _block.Length) WriteBlock(encoder, isLast: false);
            int count = Math.Min(line.Length, _block.Length - _blockLength);
            line.Slice(0, count).CopyTo(_block.AsSpan(_blockLength));
            _blockLength += count;
            line = line.Slice(count);
        }
    }

    private void WriteBlock(ZlibEncoder encoder, bool isLast)
    {
        _chunks.Write("IDAT"u8, encoder.Encode(_block.AsSpan(0, _blockLength), isLast));
        _blockLength = 0;
    }
}
