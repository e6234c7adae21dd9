using System.Collections.Generic;
using PSDicom.Frames;
using PSDicom.Pixels;
using PSDicom.Rendering;
using PSDicom.Rendering.Overlays;
using PSDicom.Threading;

namespace PSDicom.Operations.Export;

/// <summary>Rendered pictures.</summary>
internal sealed class RenderedPictures(FrameFile file, RenderOptions options) : PictureSource
{
    private static readonly DicomWarning LostOverlay =
        new("An overlay is not drawn: its bits of the pixel cells were lost in compression.");

    private readonly FrameRenderer _renderer = new(file.File.Dataset, options);
    private readonly OverlayPlanes? _overlays = options.Overlay ? OverlayPlanes.Read(file.File.Dataset) : null;

    public override Picture Read(int frame, FrameThreads threads)
    {
        using DecodedFrame decoded = file.Decode(frame, threads);

        // Before the stored values are extracted from the cells, whose other bits may hold overlays.
        IReadOnlyList<OverlayMask> overlays = _overlays?.Take(frame - 1, decoded.Cells, decoded.Rows, decoded.Columns, decoded.CellBits) ?? [];
        Picture picture = _renderer.Render(decoded.ToFrame(null), overlays);
        if (_overlays?.LacksEmbedded(decoded.CellBits) == true) picture = picture with { Warnings = [.. picture.Warnings, LostOverlay] };
        if (picture.Pixels != decoded.Cells) SamplePool.Shared.Return(decoded.Cells);
        return picture;
    }
}
