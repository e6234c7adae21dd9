using System;

namespace PSDicom.Pixels;

/// <summary>The pixel sizes of a file's frames. Values that frames share are computed once. Thread-safe.</summary>
internal sealed class PixelSizes(DicomDataset dataset)
{
    private readonly Lazy<PixelSize> _ofImage = new(() => PixelSize.OfImage(dataset));
    private readonly Lazy<PixelSize> _ofAllFrames = new(() => PixelSize.OfAllFrames(dataset));

    /// <summary>The size of a frame's pixels, as <see cref="PixelSize.Of"/> finds it.</summary>
    /// <param name="frame">The frame, from 0.</param>
    public PixelSize Of(int frame) => PixelSize.OfFrame(dataset, frame, out bool isOwn) ?? (isOwn ? _ofImage : _ofAllFrames).Value;
}
