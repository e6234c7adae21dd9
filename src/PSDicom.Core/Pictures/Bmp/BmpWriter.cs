using System;
using System.Buffers.Binary;
using System.IO;
using System.Runtime.CompilerServices;
using PSDicom.Pixels;

namespace PSDicom.Pictures.Bmp;

/// <summary>Writes uncompressed BMP: 8-bit grey with a palette, or 8 bits each of blue, green and red. The lowest line is first.</summary>
internal sealed class BmpWriter(Stream stream) : ImageWriter
{
    private const int FileHeaderLength = 14;
    private const int InfoHeaderLength = 40;
    private const int PaletteLength = 256 * 4;
    private const double MillimetersPerMeter = 1000;

    /// <inheritdoc/>
    public override void Add(Picture picture)
    {
        if (picture.SampleType != SampleType.UInt8 || picture.SamplesPerPixel is not (1 or 3))
        {
            throw new DicomException(
                DicomErrorReason.PictureNotSupported, "BMP supports 8-bit grey and RGB only. Choose a window, a bit depth of 8, or another format such as PNG.");
        }

        int length = picture.Width * picture.SamplesPerPixel;
        long paddedLength = (length + 3L) / 4 * 4, pixelsLength = paddedLength * picture.Height;
        byte[] header = MakeHeader(picture, pixelsLength);
        stream.Write(header, 0, header.Length);
        byte[] line = new byte[paddedLength];
        for (int row = picture.Height - 1; row >= 0; row--)
        {
            ReadOnlySpan<byte> samples = ((byte[])picture.Pixels).AsSpan(row * length, length);
            if (picture.SamplesPerPixel == 1) samples.CopyTo(line);
            else SwapRedAndBlue(samples, line);
            stream.Write(line, 0, line.Length);
        }
    }

    private static byte[] MakeHeader(Picture picture, long pixelsLength)
    {
        bool isGrey = picture.SamplesPerPixel == 1;
        byte[] header = new byte[FileHeaderLength + InfoHeaderLength + (isGrey ? PaletteLength : 0)];
        long fileLength = header.Length + pixelsLength;
        if (fileLength > uint.MaxValue)
        {
            throw new DicomException(
                DicomErrorReason.PictureNotSupported, $"BMP files have at most 4 GiB, and this one would have {fileLength} bytes. Choose a smaller size, or PNG.");
        }

        Span<byte> file = header, info = header.AsSpan(FileHeaderLength);
        "BM"u8.CopyTo(file);
        BinaryPrimitives.WriteUInt32LittleEndian(file.Slice(2), (uint)fileLength);
        BinaryPrimitives.WriteInt32LittleEndian(file.Slice(10), header.Length);
        BinaryPrimitives.WriteInt32LittleEndian(info, InfoHeaderLength);
        BinaryPrimitives.WriteInt32LittleEndian(info.Slice(4), picture.Width);
        BinaryPrimitives.WriteInt32LittleEndian(info.Slice(8), picture.Height);
        BinaryPrimitives.WriteInt16LittleEndian(info.Slice(12), 1);
        BinaryPrimitives.WriteInt16LittleEndian(info.Slice(14), (short)(picture.SamplesPerPixel * 8));
        BinaryPrimitives.WriteUInt32LittleEndian(info.Slice(20), (uint)pixelsLength);
        BinaryPrimitives.WriteInt32LittleEndian(info.Slice(24), PixelsPerMeter(picture.PixelWidth));
        BinaryPrimitives.WriteInt32LittleEndian(info.Slice(28), PixelsPerMeter(picture.PixelHeight));
        if (isGrey) MakePalette(info.Slice(InfoHeaderLength));
        return header;
    }

    /// <summary>Pixels per meter; 0 if unknown or not a valid integer.</summary>
    private static int PixelsPerMeter(double? millimeters) =>
        Math.Round(MillimetersPerMeter / millimeters.GetValueOrDefault()) is >= 1 and <= int.MaxValue and var pixels ? (int)pixels : 0;

    private static void MakePalette(Span<byte> palette)
    {
        for (int grey = 0; grey < PaletteLength / 4; grey++) palette.Slice(grey * 4, 3).Fill((byte)grey);
    }

    [MethodImpl(Compiled.AtOnce)]
    private static void SwapRedAndBlue(ReadOnlySpan<byte> samples, Span<byte> line)
    {
        for (int x = 0; x < samples.Length; x += 3)
        {
            line[x] = samples[x + 2];
            line[x + 1] = samples[x + 1];
            line[x + 2] = samples[x];
        }
    }
}
