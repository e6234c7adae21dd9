using System;
using System.Globalization;
using PSDicom.Pixels;

namespace PSDicom.Rendering.Geometry;

/// <summary>Size and orientation of pictures: resizes, then rotates, then mirrors.</summary>
internal static class PictureGeometry
{
    /// <summary>Applies the options. Without any, the picture itself is returned.</summary>
    /// <param name="picture">The picture, of bytes or words. It is not changed.</param>
    /// <param name="options">The options Width and Height, which have priority over Scale; Rotate; Flip.</param>
    /// <param name="pixelAspect">Height of a pixel divided by its width; null for 1.</param>
    /// <exception cref="DicomException">
    /// The picture would be too large (<see cref="DicomErrorReason.PictureNotSupported"/>).
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">A size is not above 0, or the angle is not 0, 90, 180 or 270.</exception>
    public static Picture Apply(Picture picture, RenderOptions options, double? pixelAspect)
    {
        (double width, double height) = SizeOf(picture, options, pixelAspect ?? 1);
        return PictureOrientation.Apply(Resize(picture, width, height), options.Rotate, options.Flip);
    }

    private static (double Width, double Height) SizeOf(Picture picture, RenderOptions options, double aspect)
    {
        if (options.Width <= 0) throw new ArgumentOutOfRangeException(nameof(options), options.Width, "The width must be above 0.");
        if (options.Height <= 0) throw new ArgumentOutOfRangeException(nameof(options), options.Height, "The height must be above 0.");
        if (options.Scale is <= 0 or double.NaN) throw new ArgumentOutOfRangeException(nameof(options), options.Scale, "The scale must be above 0.");

        // Width and height are those of the rotated picture.
        bool swapsSides = options.Rotate is 90 or 270;
        int? toWidth = swapsSides ? options.Height : options.Width, toHeight = swapsSides ? options.Width : options.Height;
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
                    "The picture would have {0:0} x {1:0} pixels. The limits are {2} pixels per side and 1 GiB. Choose a smaller size or scale.",
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
