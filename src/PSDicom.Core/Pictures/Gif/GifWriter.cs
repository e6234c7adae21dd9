using System;
using System.IO;
using PSDicom.Pixels;

namespace PSDicom.Pictures.Gif;

/// <summary>Writes GIF89a: an 8-bit picture, or several as an endless animation.</summary>
internal sealed class GifWriter(Stream stream, ImageWriteOptions options) : ImageWriter
{
    private readonly FrameDelays _delays = new(options.FrameTimes);
    private readonly LzwEncoder _encoder = new(stream);
    private readonly bool _isAnimation = options.Pages > 1;
    private byte[]? _globalTable;

    /// <inheritdoc/>
    public override void Add(Picture picture)
    {
        Check(picture);
        IndexedPicture indexed = IndexedPicture.Of(picture);
        if (_globalTable is null)
        {
            _globalTable = indexed.Colors;
            WriteStart(picture, indexed);
        }

        if (_isAnimation) WriteDelay();
        WritePicture(picture, indexed);
    }

    /// <inheritdoc/>
    public override void Complete() => stream.WriteByte(0x3B);

    private static void Check(Picture picture)
    {
        if (picture.SampleType != SampleType.UInt8 || picture.SamplesPerPixel is not (1 or 3))
            throw new DicomException(DicomErrorReason.PictureNotSupported, "GIF supports 8-bit grey and RGB only. Choose a window, a bit depth of 8, or another format.");
        if (picture.Width > ushort.MaxValue || picture.Height > ushort.MaxValue)
        {
            throw new DicomException(
                DicomErrorReason.PictureNotSupported,
                $"GIF supports at most 65535 rows and columns, and the picture has {picture.Width} x {picture.Height} pixels. Choose a smaller size or another format.");
        }
    }

    /// <summary>Writes the header, the logical screen descriptor and the global colour table, which is that of the first picture.</summary>
    private void WriteStart(Picture picture, IndexedPicture indexed)
    {
        Write("GIF89a"u8);
        WriteSize(picture);
        Write([(byte)(0xF0 | indexed.IndexBits - 1), 0, AspectRatio(picture)]);
        Write(indexed.Colors);
        if (_isAnimation) Write([0x21, 0xFF, 11, .. "NETSCAPE2.0"u8, 3, 1, 0, 0, 0]);
    }

    /// <summary>Writes a graphic control extension: the delay, and that the next picture is drawn over this one.</summary>
    private void WriteDelay()
    {
        ushort delay = _delays.Next();
        Write([0x21, 0xF9, 4, 1 << 2, (byte)delay, (byte)(delay >> 8), 0, 0]);
    }

    private void WritePicture(Picture picture, IndexedPicture indexed)
    {
        bool hasOwnTable = !indexed.Colors.AsSpan().SequenceEqual(_globalTable);
        Write([0x2C, 0, 0, 0, 0]);
        WriteSize(picture);
        stream.WriteByte((byte)(hasOwnTable ? 0x80 | indexed.IndexBits - 1 : 0));
        if (hasOwnTable) Write(indexed.Colors);
        _encoder.Write(indexed.Indices, Math.Max(2, indexed.IndexBits));
    }

    private void WriteSize(Picture picture) =>
        Write([(byte)picture.Width, (byte)(picture.Width >> 8), (byte)picture.Height, (byte)(picture.Height >> 8)]);

    private void Write(ReadOnlySpan<byte> bytes) => stream.WriteBytes(bytes);

    /// <summary>Pixel aspect ratio (width / height): ratio = (value + 15) / 64, or 0 for square pixels (GIF89a section 18).</summary>
    private static byte AspectRatio(Picture picture)
    {
        if (picture.PixelWidth is not > 0 || picture.PixelHeight is not > 0) return 0;
        double ratio = picture.PixelWidth.Value / picture.PixelHeight.Value;
        double code = Math.Round(64 * ratio - 15);
        return code == 49 ? (byte)0 : (byte)Math.Min(Math.Max(code, 1), byte.MaxValue);
    }
}
