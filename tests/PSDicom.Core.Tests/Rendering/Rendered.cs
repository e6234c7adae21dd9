using PSDicom.Frames;
using PSDicom.Pixels;
using PSDicom.Rendering;
using PSDicom.Rendering.Greys;

namespace PSDicom.Core.Tests.Rendering;

/// <summary>Renders images of tests.</summary>
internal static class Rendered
{
    /// <summary>The picture of a frame.</summary>
    public static Picture Render(this DatasetBuilder dataset, Windowing? windowing = null, int frame = 1) =>
        dataset.Render(new RenderOptions { Windowing = windowing ?? Windowing.Default }, frame);

    /// <inheritdoc cref="Render(DatasetBuilder, Windowing?, int)"/>
    public static Picture Render(this DatasetBuilder dataset, RenderOptions options, int frame = 1)
    {
        DicomFile file = DicomFile.Open(dataset.ToFile());
        using var frames = FrameFile.Open(file, CancellationToken.None);
        return new FrameRenderer(file.Dataset, options).Render(frames.Read(frame, null), []);
    }
}
