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
    public static PictureSource Of(FrameFile file, FrameExportOptions options, ImageFormat format)
    {
        if (IsRendered(options, format)) return new RenderedPictures(file, options.Rendering);
        SampleType? type = !format.IsData ? SampleType.Float32
            : options is { Rescaled: true, Combine: true } ? StoredPictures.CommonType(file, options.Frames ?? Enumerable.Range(1, file.Count))
            : null;
        return new StoredPictures(file, options.Rescaled, type);
    }

    /// <summary>The picture of a frame.</summary>
    /// <param name="frame">The number of the frame, from 1.</param>
    /// <param name="threads">The threads to decode it on.</param>
    /// <exception cref="DicomException">The frame cannot be decoded, or not be rendered as requested.</exception>
    /// <exception cref="System.IO.IOException">The disk fails.</exception>
    public abstract Picture Read(int frame, FrameThreads threads);

    private static bool IsRendered(FrameExportOptions options, ImageFormat format) => !format.IsData && !options.Rescaled;
}
