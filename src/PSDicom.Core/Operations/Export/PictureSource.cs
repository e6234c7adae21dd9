using System.Collections.Generic;
using System.Linq;
using PSDicom.Frames;
using PSDicom.Pictures;
using PSDicom.Pixels;
using PSDicom.Query;
using PSDicom.Rendering;
using PSDicom.Rendering.Overlays;
using PSDicom.Threading;

namespace PSDicom.Operations.Export;

/// <summary>Makes the pictures of the frames of one file. Thread-safe.</summary>
internal abstract class PictureSource
{
    /// <summary>The tags to read, besides those that every frame needs.</summary>
    public static IEnumerable<TagMask> Tags(FrameExportOptions options, ImageFormat format)
    {
        IEnumerable<TagMask> tags = PixelSize.Tags.Select(TagMask.Of);
        if (!IsRendered(options, format)) return tags;
        tags = tags.Concat(FrameRenderer.Tags.Select(TagMask.Of));
        return options.Rendering.Overlay ? tags.Concat(OverlayPlanes.Tags) : tags;
    }

    /// <summary>Creates the source for a file.</summary>
    /// <exception cref="DicomException">The file lacks something that the options require.</exception>
    public static PictureSource Of(FrameFile file, FrameExportOptions options, ImageFormat format) => Of(
        file,
        options,
        format,
        options is { Rescaled: true, Combine: true } && format.IsData ? StoredPictures.CommonType(file, options.Frames ?? Enumerable.Range(1, file.Count)) : null);

    /// <summary>Creates the source for a file whose values go into one file with those of others.</summary>
    /// <param name="file">The file.</param>
    /// <param name="options">The options.</param>
    /// <param name="format">The format of the pictures.</param>
    /// <param name="common">The common type of all values; null for their own.</param>
    public static PictureSource Of(FrameFile file, FrameExportOptions options, ImageFormat format, SampleType? common) => IsRendered(options, format)
        ? new RenderedPictures(file, options.Rendering)
        : new StoredPictures(file, options.Rescaled, format.IsData ? common : SampleType.Float32);

    /// <summary>The picture of a frame.</summary>
    /// <param name="frame">The number of the frame, from 1.</param>
    /// <param name="threads">The threads to decode it on.</param>
    /// <exception cref="DicomException">The frame cannot be decoded, or not be rendered as requested.</exception>
    /// <exception cref="System.IO.IOException">The disk fails.</exception>
    public abstract Picture Read(int frame, FrameThreads threads);

    /// <summary>Whether pictures are to be looked at, and not values.</summary>
    public static bool IsRendered(FrameExportOptions options, ImageFormat format) => !format.IsData && !options.Rescaled;
}
