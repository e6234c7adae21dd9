using System;
using PSDicom.Pixels;
using PSDicom.Rendering;
using PSDicom.Rendering.Geometry;

namespace PSDicom.Operations.Show;

/// <summary>The size of pictures in a terminal: as large as the columns and rows allow, in true proportions.</summary>
internal static class PictureFit
{
    /// <summary>The least columns of a picture with few pixels, if the terminal has them: a cell has many pixels.</summary>
    private const int LeastColumns = 32;

    /// <summary>The pixels of a picture per column and per row of the terminal.</summary>
    public static (int Across, int Down) PixelsOfCell(FrameShowOptions options) => options.Terminal.Drawing switch
    {
        TerminalDrawing.Sixel or TerminalDrawing.Kitty => (options.Terminal.CellWidth, options.Terminal.CellHeight),
        TerminalDrawing.Ascii => (1, 1),
        _ => (1, 2),
    };

    /// <summary>Resizes, rotates and mirrors a picture.</summary>
    /// <param name="picture">The picture, one to one.</param>
    /// <param name="options">The options.</param>
    /// <param name="pixelAspect">Height of a pixel of the frame divided by its width; null for 1.</param>
    public static Picture Apply(Picture picture, FrameShowOptions options, double? pixelAspect)
    {
        (int across, int down) = PixelsOfCell(options);
        bool isOnItsSide = options.Rendering.Rotate is 90 or 270;
        double width = picture.Width, height = picture.Height * (pixelAspect ?? 1);
        if (isOnItsSide) (width, height) = (height, width);

        // A letter is twice as high as it is wide.
        if (options.Terminal.Drawing == TerminalDrawing.Ascii) height /= 2;
        double scale = options.ColumnsOfPicture * across / width;
        if (options.Rows is { } rows) scale = Math.Min(scale, rows * down / height);
        if (!options.FillsColumns) scale = Math.Min(scale, Math.Max(1, LargestGrowth(across, width)));
        return PictureGeometry.Apply(
            picture,
            new RenderOptions
            {
                Width = Whole(width * scale),
                Height = Whole(height * scale),
                Rotate = options.Rendering.Rotate,
                Flip = options.Rendering.Flip,
            },
            pixelAspect: null);
    }

    private static double LargestGrowth(int across, double width) => across > 1 ? LeastColumns * across / width : 1;

    // A size beyond all limits stays one: resizing names the limits.
    private static int Whole(double size) => size >= int.MaxValue ? int.MaxValue : size >= 1 ? (int)Math.Round(size, MidpointRounding.AwayFromZero) : 1;
}
