using System;
using System.IO;
using SixLabors.ImageSharp;
using SixLabors.ImageSharp.Formats.Webp;
using SixLabors.ImageSharp.PixelFormats;

namespace PSDicom.WebP;

/// <summary>Writes WebP by ImageSharp. The toolkit finds it by name, so that ImageSharp is loaded only when a WebP file is asked for.</summary>
public static class WebPEncoding
{
    /// <summary>Writes a picture.</summary>
    /// <param name="stream">Takes the file; it stays open.</param>
    /// <param name="samples">Grey, or red, green and blue of each pixel, row by row from the top.</param>
    /// <param name="width">Width in pixels.</param>
    /// <param name="height">Height in pixels.</param>
    /// <param name="quality">From 1 to 100; 0 for a file that loses nothing.</param>
    public static void Write(Stream stream, byte[] samples, int width, int height, int quality)
    {
        if (stream is null) throw new ArgumentNullException(nameof(stream));
        if (samples is null) throw new ArgumentNullException(nameof(samples));
        var encoder = new WebpEncoder
        {
            FileFormat = quality == 0 ? WebpFileFormatType.Lossless : WebpFileFormatType.Lossy,
            Quality = quality == 0 ? 75 : quality,
        };

        // ImageSharp writes grey as colour too; WebP has no grey.
        if (samples.Length == width * height)
        {
            using Image<L8> greys = Image.LoadPixelData<L8>(samples, width, height);
            using Image<Rgb24> colors = greys.CloneAs<Rgb24>();
            colors.Save(stream, encoder);
        }
        else
        {
            using Image<Rgb24> colors = Image.LoadPixelData<Rgb24>(samples, width, height);
            colors.Save(stream, encoder);
        }
    }
}
