using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using PSDicom.Frames;
using PSDicom.IO;
using PSDicom.Operations.Export;
using PSDicom.Pictures;
using PSDicom.Pictures.Jpeg;
using PSDicom.Pixels;
using PSDicom.Query;
using PSDicom.Rendering;
using PSDicom.Threading;

namespace PSDicom.Operations.Protection;

/// <summary>A small picture of the first frame of an image, in which the pixels that would become black are red but can still be read.</summary>
internal static class ReviewPicture
{
    /// <summary>Text of an ultrasound screen can still be read.</summary>
    private const int LongestSide = 640;

    private const int Quality = 80;

    /// <summary>Makes the picture.</summary>
    /// <param name="path">The file.</param>
    /// <param name="boxes">The rectangles to mark.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <returns>The bytes of a JPEG file; null if the image cannot be shown.</returns>
    public static byte[]? Make(string path, IReadOnlyList<FrameRegion> boxes, CancellationToken cancellation)
    {
        try
        {
            using FrameFile file = FrameFile.Open(new OpenFile(path), FrameRenderer.Tags.Select(TagMask.Of), null, cancellation);
            using var threads = new FrameThreads(1, cancellation);
            var format = PixelFormat.Read(file.File.Dataset);
            int rows = format.Rows ?? 1, columns = format.Columns ?? 1;
            var options = new RenderOptions { Scale = Math.Min(1, (double)LongestSide / Math.Max(rows, columns)) };
            Picture picture = new RenderedPictures(file, options).Read(1, threads);
            Picture marked = picture.With(Mark(picture, boxes, rows, columns), 3);
            using var stream = new MemoryStream();
            new JpegWriter(stream, new ImageWriteOptions { Quality = Quality }).Add(marked);
            return stream.ToArray();
        }
        catch (DicomException)
        {
            // The list says why the image would be refused; a picture that cannot be made is left out.
            return null;
        }
    }

    /// <summary>The picture in RGB, with half of each marked pixel red.</summary>
    private static byte[] Mark(Picture picture, IReadOnlyList<FrameRegion> boxes, int rows, int columns)
    {
        var pixels = (byte[])picture.Pixels;
        var rgb = new byte[picture.Width * picture.Height * 3];
        for (int i = 0; i < rgb.Length; i++) rgb[i] = pixels[picture.SamplesPerPixel == 1 ? i / 3 : i];
        foreach (FrameRegion box in boxes)
        {
            (int left, int right) = Scaled(box.X, box.X + box.Width, picture.Width, columns);
            (int top, int bottom) = Scaled(box.Y, box.Y + box.Height, picture.Height, rows);
            for (int y = top; y < bottom; y++)
            {
                for (int x = left; x < right; x++)
                {
                    int start = ((y * picture.Width) + x) * 3;
                    rgb[start] = (byte)((rgb[start] / 2) + 127);
                    rgb[start + 1] /= 2;
                    rgb[start + 2] /= 2;
                }
            }
        }

        return rgb;
    }

    private static (int Start, int End) Scaled(int start, int end, int size, int of) => ((int)((long)start * size / of), (int)((((long)end * size) + of - 1) / of));
}
