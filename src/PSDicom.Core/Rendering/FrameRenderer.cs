using System;
using System.Collections.Generic;
using System.Globalization;
using PSDicom.Pixels;
using PSDicom.Rendering.Colors;
using PSDicom.Rendering.Geometry;
using PSDicom.Rendering.Greys;
using PSDicom.Rendering.Overlays;

namespace PSDicom.Rendering;

/// <summary>
/// Renders the frames of one file: modality transform, window or VOI LUT, presentation or colour, colour map, overlays, size
/// (PS3.4 section N.2). Thread-safe.
/// </summary>
internal sealed class FrameRenderer
{
    private readonly PixelSizes _sizes;
    private readonly RenderOptions _options;
    private readonly GreyRenderer _greys;
    private readonly RgbConversion _rgb;
    private readonly Lazy<SupplementalPalette?> _colors;

    /// <param name="dataset">The file's data set, with at least <see cref="Tags"/>.</param>
    /// <param name="options">The options of the pictures.</param>
    /// <exception cref="ArgumentOutOfRangeException">The bit depth is neither 8 nor 16.</exception>
    public FrameRenderer(DicomDataset dataset, RenderOptions options)
    {
        if (options.BitDepth is not (null or 8 or 16)) throw new ArgumentOutOfRangeException(nameof(options));
        _sizes = new PixelSizes(dataset);
        _options = options;
        _greys = new GreyRenderer(dataset, options);
        _rgb = new RgbConversion(dataset);
        _colors = new Lazy<SupplementalPalette?>(() => SupplementalPalette.Read(dataset, ValueRange.OfStored(PixelFormat.Read(dataset))));
    }

    /// <summary>The tags that are read, except those of overlays.</summary>
    public static DicomTag[] Tags =>
        [.. PixelFormat.AllTags, .. GreyRenderer.Tags, .. SupplementalPalette.Tags, .. PixelSize.Tags];

    /// <summary>Renders a frame.</summary>
    /// <param name="stored">The frame as it is stored.</param>
    /// <param name="overlays">Its overlays, which are drawn if the options say so.</param>
    /// <exception cref="DicomException">
    /// The requested window does not exist, a picture does not support the samples, or it would be too large.
    /// </exception>
    public Picture Render(DicomFrame stored, IReadOnlyList<OverlayMask> overlays) => DicomException.InFile(stored.FullName, () =>
    {
        PixelSize size = _sizes.Of(stored.Frame - 1);
        Picture picture = RenderPixels(stored) with { PixelWidth = size.Width, PixelHeight = size.Height };
        if (_options.ColorMap is { } map) picture = map.Apply(picture);
        if (_options.Overlay) picture = OverlayMask.Draw(picture, overlays);
        return PictureGeometry.Apply(picture, _options, size.Aspect);
    });

    /// <summary>The transforms from the values of a frame to greys; null for colours.</summary>
    /// <param name="stored">The frame as it is stored.</param>
    /// <exception cref="DicomException">The requested window does not exist.</exception>
    public GreyView? GreyViewOf(DicomFrame stored) =>
        stored.SamplesPerPixel == 1 && stored.PhotometricInterpretation != PhotometricInterpretations.Palette && _colors.Value is null
            ? _greys.ViewOf(stored)
            : null;

    /// <summary>The pixel size of a frame.</summary>
    /// <param name="frame">The frame, from 0.</param>
    public PixelSize SizeOf(int frame) => _sizes.Of(frame);

    /// <summary>Renders the pixels as greys or colours, without overlays.</summary>
    private Picture RenderPixels(DicomFrame stored)
    {
        DicomFrame frame = _rgb.Convert(stored);
        return frame.SamplesPerPixel switch
        {
            1 when KeepsStoredValues => StoredGreys.Render(frame, _options),
            1 when _colors.Value is { } colors => colors.Apply(_greys.Render(frame), frame.GetPixels()),
            1 => _greys.Render(frame),
            3 => ColorRenderer.Render(frame, _options),
            _ => throw new DicomException(
                DicomErrorReason.PictureNotSupported,
                string.Format(
                    CultureInfo.InvariantCulture,
                    "Pixels of {0} samples are neither grey nor RGB. Choose a data format: NPY or RAW.",
                    frame.SamplesPerPixel),
                tagPath: "SamplesPerPixel"),
        };
    }

    /// <summary>Whether stored values are kept: without a window, and with a bit depth of 16 unless a window is named.</summary>
    private bool KeepsStoredValues =>
        _options.Windowing.Kind == WindowingKind.None || (_options.Windowing.Kind == WindowingKind.Default && _options.BitDepth == 16);
}
