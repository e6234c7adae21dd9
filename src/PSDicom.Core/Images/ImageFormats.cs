using System;
using System.Collections.Generic;
using System.Linq;
using PSDicom.Images.Gif;

namespace PSDicom.Images;

/// <summary>The formats that pictures are written in.</summary>
internal static class ImageFormats
{
    private static readonly ImageFormat[] All =
    [
        new() { Format = PictureFormat.Gif, Extensions = [".gif"], Create = (stream, options) => new GifWriter(stream, options), HasPages = true },
    ];

    public static ImageFormat Find(PictureFormat format) => All.First(candidate => candidate.Format == format);

    /// <summary>The format of files of an extension, with the dot, in any case; null if it is of none.</summary>
    public static ImageFormat? FindByExtension(string extension) =>
        All.FirstOrDefault(format => format.Extensions.Contains(extension, StringComparer.OrdinalIgnoreCase));

    public static IEnumerable<string> Extensions => All.SelectMany(format => format.Extensions);
}
