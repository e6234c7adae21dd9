using System;
using System.Collections.Generic;
using System.Linq;
using PSDicom.Pictures.Bmp;
using PSDicom.Pictures.Gif;
using PSDicom.Pictures.Jpeg;
using PSDicom.Pictures.Npy;
using PSDicom.Pictures.Png;
using PSDicom.Pictures.Raw;
using PSDicom.Pictures.Tiff;
using PSDicom.Pictures.WebP;

namespace PSDicom.Pictures;

/// <summary>The file formats of pictures.</summary>
internal static class ImageFormats
{
    private static readonly ImageFormat[] All =
    [
        new()
        {
            Format = PictureFormat.Png,
            Extensions = [".png"],
            Create = (stream, options) => new PngWriter(stream, options),
            HasSixteenBits = true,
            HasText = true,
        },
        new()
        {
            Format = PictureFormat.Jpeg,
            Extensions = [".jpg", ".jpeg"],
            Create = (stream, options) => new JpegWriter(stream, options),
        },
        new()
        {
            Format = PictureFormat.Tiff,
            Extensions = [".tif", ".tiff"],
            Create = (stream, options) => new TiffWriter(stream, options),
            HasPages = true,
            HasReals = true,
            HasSixteenBits = true,
            HasText = true,
        },
        new() { Format = PictureFormat.Bmp, Extensions = [".bmp"], Create = (stream, _) => new BmpWriter(stream) },
        new() { Format = PictureFormat.Gif, Extensions = [".gif"], Create = (stream, options) => new GifWriter(stream, options), HasPages = true },
        new() { Format = PictureFormat.WebP, Extensions = [".webp"], Create = (stream, options) => new WebPWriter(stream, options) },
        new()
        {
            Format = PictureFormat.Npy,
            Extensions = [".npy"],
            Create = (stream, options) => new NpyWriter(stream, options),
            HasPages = true,
            IsData = true,
        },
        new()
        {
            Format = PictureFormat.Raw,
            Extensions = [".raw"],
            Create = (stream, _) => new RawWriter(stream),
            HasPages = true,
            IsData = true,
        },
    ];

    public static ImageFormat Find(PictureFormat format) => All.First(candidate => candidate.Format == format);

    /// <summary>The format of a file name extension (with the dot, in any case); null if there is none.</summary>
    public static ImageFormat? FindByExtension(string extension) =>
        All.FirstOrDefault(format => format.Extensions.Contains(extension, StringComparer.OrdinalIgnoreCase));

    public static IEnumerable<string> Extensions => All.SelectMany(format => format.Extensions);
}
