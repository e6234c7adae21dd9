using System;
using System.Globalization;
using PSDicom.Pixels;

namespace PSDicom.Rendering.Geometry;

/// <summary>Size and orientation of pictures: resizes, then turns, then mirrors.</summary>
internal static class PictureGeometry
{
    /// <summary>Makes what the options ask for; the picture itself if that is nothing.</summary>
    /// <param name="picture">Of bytes or words; it stays as it is.</param>
    /// <param name="options">Width and Height, which count before Scale; Rotate; Flip.</param>
    /// <param name="pixelAspect">Height of a pixel divided by its width; null for 1.</param>
    /// <exception cref="DicomException">
    /// The picture would be too large to be made (<see cref="DicomErrorReason.PictureNotSupported"/>).
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">A size is not above 0, or the angle is none of 0, 90, 180 and 270.</exception>
    public static Picture Apply(Picture picture, RenderOptions options, double? pixelAspect)
    {
        (double width, double height) = SizeOf(picture, options, pixelAspect ?? 1);
        return PictureTurning.Turn(Resize(picture, width, height), options.Rotate, options.Flip);
    }

    private static (double Width, double Height) SizeOf(Picture picture, RenderOptions options, double aspect)
    {
        if (options.Width <= 0) throw new ArgumentOutOfRangeException(nameof(options), options.Width, "The width must be above 0.");
        if (options.Height <= 0) throw new ArgumentOutOfRangeException(nameof(options), options.Height, "The height must be above 0.");
        if (options.Scale is <= 0 or double.NaN) throw new ArgumentOutOfRangeException(nameof(options), options.Scale, "The scale must be above 0.");

        // Width and height are meant of the picture as it is in the end.
        bool isOnItsSide = options.Rotate is 90 or 270;
        int? toWidth = isOnItsSide ? options.Height : options.Width, toHeight = isOnItsSide ? options.Width : options.Height;
        double shape = picture.Height * aspect / picture.Width;
        if (toWidth is { } width && toHeight is { } height) return (width, height);
        if (toWidth is { } onlyWidth) return (onlyWidth, onlyWidth * shape);
        if (toHeight is { } onlyHeight) return (onlyHeight / shape, onlyHeight);
        return options.Scale is { } scale
            ? (picture.Width * scale * Math.Max(1, 1 / aspect), picture.Height * scale * Math.Max(1, aspect))
            : (picture.Width, picture.Height);
    }

    private static Picture Resize(Picture picture, double wantedWidth, double wantedHeight)
    {
        double width = Whole(wantedWidth), height = Whole(wantedHeight);
        if (width == picture.Width && height == picture.Height) return picture;
        double bytes = width * height * picture.SamplesPerPixel * (picture.Pixels is ushort[] ? sizeof(ushort) : 1);
        if (width > DicomLimits.MaxPictureSide || height > DicomLimits.MaxPictureSide || bytes > DicomLimits.MaxPicture)
        {
            throw new DicomException(
                DicomErrorReason.PictureNotSupported,
                string.Format(
                    CultureInfo.InvariantCulture,
                    "The picture would be {0:0} x {1:0} pixels. At most {2} each way, and 1 GiB in all, are made: choose a smaller size or scale.",
                    width,
                    height,
                    DicomLimits.MaxPictureSide));
        }

        var columns = ResamplingAxis.Of(picture.Width, (int)width);
        var rows = ResamplingAxis.Of(picture.Height, (int)height);
        return picture with
        {
            Pixels = new PictureResampling(columns, rows, picture.SamplesPerPixel).Apply(picture.Pixels),
            Width = columns.Target,
            Height = rows.Target,
            IsBilevel = false,
            PixelWidth = picture.PixelWidth * picture.Width / width,
            PixelHeight = picture.PixelHeight * picture.Height / height,
        };
    }

    private static double Whole(double size) => Math.Max(1, Math.Round(size, MidpointRounding.AwayFromZero));
}
