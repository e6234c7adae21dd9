using System;
using System.Collections.Generic;
using System.Linq;
using PSDicom.Pictures.Terminal;
using PSDicom.Pixels;
using PSDicom.Text;

namespace PSDicom.Operations.Show;

/// <summary>Draws frames in a terminal: a line with the captions, and below it the pictures side by side.</summary>
public static class FrameDrawing
{
    private const char Blank = ' ';

    /// <summary>Draws a row of frames.</summary>
    /// <param name="frames">The frames: at least one, and at most the number of pictures in a row.</param>
    /// <param name="options">The options.</param>
    /// <returns>The text for the terminal, in several lines, without a line break at the end.</returns>
    public static string Draw(IReadOnlyList<ShownFrame> frames, FrameShowOptions options)
    {
        if (frames is null) throw new ArgumentNullException(nameof(frames));
        if (options is null) throw new ArgumentNullException(nameof(options));
        int columns = options.PicturesInRow == 1 ? options.Columns : options.ColumnsOfPicture;
        string captions = string.Join(Blank.ToString(), frames.Select(frame => PlainText.Pad(PlainText.Cut(frame.Caption, columns), columns)));
        Picture picture = options.PicturesInRow == 1 ? frames[0].Picture : Join(frames, options);
        return captions.TrimEnd(Blank) + "\n" + Draw(picture, options);
    }

    private static string Draw(Picture picture, FrameShowOptions options)
    {
        (int across, _) = PictureFit.PixelsOfCell(options);
        return options.Terminal.Drawing switch
        {
            TerminalDrawing.Sixel => Sixel.Draw(picture),
            TerminalDrawing.Kitty => Kitty.Draw(picture, (picture.Width + across - 1) / across),
            TerminalDrawing.Ascii => Letters.Draw(picture),
            _ => HalfBlocks.Draw(picture),
        };
    }

    /// <summary>Joins the pictures into one, each below its caption.</summary>
    private static Picture Join(IReadOnlyList<ShownFrame> frames, FrameShowOptions options)
    {
        Picture[] pictures = frames.Select(frame => frame.Picture).ToArray();
        if (pictures.Any(picture => picture.SamplesPerPixel == 3)) pictures = Array.ConvertAll(pictures, TerminalPixels.ToColor);
        (int across, _) = PictureFit.PixelsOfCell(options);
        int depth = pictures[0].SamplesPerPixel, step = (options.ColumnsOfPicture + 1) * across;
        int width = ((pictures.Length - 1) * step) + pictures[pictures.Length - 1].Width, height = pictures.Max(picture => picture.Height);
        var pixels = new byte[width * height * depth];
        for (int i = 0; i < pictures.Length; i++)
        {
            int length = pictures[i].Width * depth;
            for (int row = 0; row < pictures[i].Height; row++)
                Array.Copy(pictures[i].Pixels, row * length, pixels, ((row * width) + (i * step)) * depth, length);
        }

        return new Picture(pixels) { Width = width, Height = height, SamplesPerPixel = depth };
    }
}
