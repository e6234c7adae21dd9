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
/// Makes pictures of the frames of one file: stored values, modality transform, window or VOI LUT, presentation or colour, colour map,
/// overlays, size (PS3.4 section N.2). Any number of threads may use it at once.
/// </summary>
internal sealed class FrameRenderer
{
    private readonly PixelSizes _sizes;
    private readonly RenderOptions _options;
    private readonly GreyRenderer _greys;
    private readonly RgbConversion _rgb;
    private readonly Lazy<SupplementalPalette?> _colors;

    /// <param name="dataset">The file's data set, of which at least <see cref="Tags"/> are read.</param>
    /// <param name="options">What the pictures are to look like.</param>
    /// <exception cref="ArgumentOutOfRangeException">The bits of a sample are neither 8 nor 16.</exception>
    public FrameRenderer(DicomDataset dataset, RenderOptions options)
    {
        if (options.BitDepth is not (null or 8 or 16)) throw new ArgumentOutOfRangeException(nameof(options));
        _sizes = new PixelSizes(dataset);
        _options = options;
        _greys = new GreyRenderer(dataset, options);
        _rgb = new RgbConversion(dataset);
        _colors = new Lazy<SupplementalPalette?>(() => SupplementalPalette.Read(dataset, ValueRange.OfStored(PixelFormat.Read(dataset))));
    }

    /// <summary>The tags that are read, but for those of overlays.</summary>
    public static DicomTag[] Tags =>
        [.. PixelFormat.AllTags, .. GreyRenderer.Tags, .. SupplementalPalette.Tags, .. PixelSize.Tags];

    /// <summary>Renders a frame.</summary>
    /// <param name="stored">The frame as it is stored.</param>
    /// <param name="overlays">Its overlays; drawn if the options ask for it.</param>
    /// <exception cref="DicomException">
    /// The window that was asked for is not there, the samples do not fit into a picture, or it would be too large.
    /// </exception>
    public Picture Render(DicomFrame stored, IReadOnlyList<OverlayMask> overlays)
    {
        try
        {
            PixelSize size = _sizes.Of(stored.Frame - 1);
            Picture picture = Values(stored) with { PixelWidth = size.Width, PixelHeight = size.Height };
            if (_options.ColorMap is { } map) picture = map.Apply(picture);
            if (_options.Overlay) picture = OverlayMask.Draw(picture, overlays);
            return PictureGeometry.Apply(picture, _options, size.Aspect);
        }
        catch (DicomException exception) when (exception.Path is null && stored.FullName is not null)
        {
            throw exception.WithPath(stored.FullName);
        }
    }

    /// <summary>How the values of a frame become greys; null if it has colours.</summary>
    /// <param name="stored">The frame as it is stored.</param>
    /// <exception cref="DicomException">The window that was asked for is not there.</exception>
    public GreyView? GreyViewOf(DicomFrame stored) =>
        stored.SamplesPerPixel == 1 && stored.PhotometricInterpretation != PhotometricInterpretations.Palette && _colors.Value is null ? _greys.ViewOf(stored) : null;

    /// <summary>How large the pixels of a frame are.</summary>
    /// <param name="frame">The frame, from 0.</param>
    public PixelSize SizeOf(int frame) => _sizes.Of(frame);

    /// <summary>The frame's own pixels as greys or colours.</summary>
    private Picture Values(DicomFrame stored)
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
                    "A pixel of {0} samples is neither grey nor RGB. Choose a format for data: NPY or RAW.",
                    frame.SamplesPerPixel),
                tagPath: "SamplesPerPixel"),
        };
    }

    /// <summary>16 bits hold every stored value, and are asked for to keep them, unless a window is named.</summary>
    private bool KeepsStoredValues =>
        _options.Windowing.Kind == WindowingKind.None || (_options.Windowing.Kind == WindowingKind.Default && _options.BitDepth == 16);
}
