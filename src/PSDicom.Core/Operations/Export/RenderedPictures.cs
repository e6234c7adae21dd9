using System.Collections.Generic;
using PSDicom.Codecs;
using PSDicom.Pixels;
using PSDicom.Rendering;

namespace PSDicom.Operations.Export;

/// <summary>Pictures to look at.</summary>
internal sealed class RenderedPictures(FrameFile file, RenderOptions options) : PictureSource
{
    private static readonly DicomWarning LostOverlay = new("An overlay was in bits of the pixel cells that compression did not keep; it is not drawn.");

    private readonly FrameRenderer _renderer = new(file.File.Dataset, options);
    private readonly OverlayPlanes? _overlays = options.Overlay ? OverlayPlanes.Read(file.File.Dataset) : null;

    public override Picture Read(int frame, FrameThreads threads)
    {
        using DecodedFrame decoded = file.Decode(frame, threads);

        // Before the stored values are taken out of the cells, of which overlays may have the other bits.
        IReadOnlyList<OverlayMask> overlays = _overlays?.Take(frame - 1, decoded.Cells, decoded.Rows, decoded.Columns, decoded.CellBits) ?? [];
        Picture picture = _renderer.Render(decoded.ToFrame(null), overlays);
        if (_overlays?.LacksEmbedded(decoded.CellBits) == true) picture = picture with { Warnings = [.. picture.Warnings, LostOverlay] };
        if (picture.Pixels != decoded.Cells) SamplePool.Shared.Return(decoded.Cells);
        return picture;
    }
}
