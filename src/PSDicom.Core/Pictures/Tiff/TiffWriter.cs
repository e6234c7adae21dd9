using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using PSDicom.Codecs.Deflate;
using PSDicom.Pixels;

namespace PSDicom.Pictures.Tiff;

/// <summary>
/// Writes TIFF 6.0: a page for each picture, in strips that are compressed with deflate (Adobe's TIFF technical notes of 2002). A file that
/// may exceed 4 GiB is a BigTIFF.
/// </summary>
internal sealed class TiffWriter(Stream stream, ImageWriteOptions options) : ImageWriter
{
    private const int Deflate = 8, HorizontalDifferences = 2, OnePage = 2;
    private const int BlackIsZero = 1, Rgb = 2, RealSamples = 3;
    private const int NoUnit = 1, Centimeter = 3;

    private bool _isBig;
    private int _pages;

    // The position of the offset of the next directory.
    private long _link;

    /// <inheritdoc/>
    public override void Add(Picture picture)
    {
        var rows = new SampleRows(picture);
        if (_pages == 0) WriteHeader((long)rows.BytesPerRow * picture.Height);
        TiffDirectory directory = Describe(picture, rows);
        WriteStrips(picture, rows, directory);
        if ((stream.Position & 1) != 0) stream.WriteByte(0);
        WriteLink(stream.Position);
        _link = directory.Write(stream);
        _pages++;
    }

    private void WriteHeader(long bytesPerPage)
    {
        // Incompressible data become a little longer, and each page has a directory.
        double size = (bytesPerPage * 1.01 + 4096) * (options.Pages ?? 1);
        _isBig = size > uint.MaxValue;
        byte[] header = _isBig ? [(byte)'I', (byte)'I', 43, 0, 8, 0, 0, 0] : [(byte)'I', (byte)'I', 42, 0];
        stream.Write(header, 0, header.Length);
        _link = stream.Position;
        WriteOffset(0);
    }

    private TiffDirectory Describe(Picture picture, SampleRows rows)
    {
        var directory = new TiffDirectory(_isBig);
        directory.Add(TiffTag.ImageWidth, TiffType.Long, picture.Width);
        directory.Add(TiffTag.ImageLength, TiffType.Long, picture.Height);
        directory.Add(TiffTag.BitsPerSample, TiffType.Short, EachSample(picture, rows.BitsPerSample));
        directory.Add(TiffTag.Compression, TiffType.Short, Deflate);
        directory.Add(TiffTag.PhotometricInterpretation, TiffType.Short, picture.SamplesPerPixel == 3 ? Rgb : BlackIsZero);
        directory.Add(TiffTag.SamplesPerPixel, TiffType.Short, picture.SamplesPerPixel);
        directory.Add(TiffTag.PlanarConfiguration, TiffType.Short, 1);
        if (rows.HasDifferences) directory.Add(TiffTag.Predictor, TiffType.Short, HorizontalDifferences);
        if (rows.IsReal) directory.Add(TiffTag.SampleFormat, TiffType.Short, EachSample(picture, RealSamples));
        AddResolution(directory, picture);
        if (options.Pages is > 1 and int pages)
        {
            directory.Add(TiffTag.NewSubfileType, TiffType.Long, OnePage);
            if (pages <= ushort.MaxValue) directory.Add(TiffTag.PageNumber, TiffType.Short, _pages, pages);
        }

        if (_pages == 0 && options.Text.Count > 0) directory.Add(TiffTag.ImageDescription, string.Join("\n", options.Text.Select(Line)));
        return directory;
    }

    private static long[] EachSample(Picture picture, long value) => [.. Enumerable.Repeat(value, picture.SamplesPerPixel)];

    /// <summary>Adds the pixels per centimeter, or no unit if unknown.</summary>
    private static void AddResolution(TiffDirectory directory, Picture picture)
    {
        (uint Numerator, uint Denominator) across = PixelsPerCentimeter(picture.PixelWidth), down = PixelsPerCentimeter(picture.PixelHeight);
        bool isKnown = across.Numerator > 0 && down.Numerator > 0;
        if (!isKnown) across = down = (1, 1);
        directory.Add(TiffTag.XResolution, TiffType.Rational, across.Numerator, across.Denominator);
        directory.Add(TiffTag.YResolution, TiffType.Rational, down.Numerator, down.Denominator);
        directory.Add(TiffTag.ResolutionUnit, TiffType.Short, isKnown ? Centimeter : NoUnit);
    }

    private static (uint Numerator, uint Denominator) PixelsPerCentimeter(double? millimeters) =>
        millimeters is > 0 and double size ? Rational.Of(10 / size) : default;

    private static string Line(KeyValuePair<string, string> text) =>
        $"{text.Key}={text.Value}".Replace("\0", "").Replace("\r\n", " ").Replace('\r', ' ').Replace('\n', ' ');

    private void WriteStrips(Picture picture, SampleRows rows, TiffDirectory directory)
    {
        // A strip is at most one deflate block long, unless a single row is longer.
        int rowsPerStrip = Math.Min(picture.Height, Math.Max(1, ZlibEncoder.MaxBlock / rows.BytesPerRow));
        byte[] bytes = new byte[rows.BytesPerRow];
        List<long> offsets = [], lengths = [];
        for (int first = 0; first < picture.Height; first += rowsPerStrip)
        {
            offsets.Add(stream.Position);
            ZlibEncoder encoder = ZlibEncoder.Start(compressed => stream.WriteBytes(compressed));
            for (int row = first; row < Math.Min(first + rowsPerStrip, picture.Height); row++)
            {
                rows.Copy(row, bytes);
                encoder.Write(bytes);
            }

            encoder.Complete();
            lengths.Add(stream.Position - offsets[offsets.Count - 1]);
        }

        directory.Add(TiffTag.RowsPerStrip, TiffType.Long, rowsPerStrip);
        directory.Add(TiffTag.StripOffsets, _isBig ? TiffType.Long8 : TiffType.Long, [.. offsets]);
        directory.Add(TiffTag.StripByteCounts, TiffType.Long, [.. lengths]);
    }

    private void WriteLink(long offset)
    {
        stream.Position = _link;
        WriteOffset(offset);
        stream.Position = offset;
    }

    private void WriteOffset(long offset)
    {
        byte[] bytes = [.. Enumerable.Range(0, _isBig ? 8 : 4).Select(i => (byte)(offset >> 8 * i))];
        stream.Write(bytes, 0, bytes.Length);
    }
}
