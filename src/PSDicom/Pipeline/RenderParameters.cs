using System.Management.Automation;
using PSDicom.Operations.Export;
using PSDicom.Rendering;
using PSDicom.Rendering.Colors;

namespace PSDicom.Pipeline;

/// <summary>Reads the parameters for the rendering of pictures.</summary>
internal static class RenderParameters
{
    /// <summary>The rendering. An invalid name terminates the cmdlet.</summary>
    /// <param name="cmdlet">The cmdlet.</param>
    /// <param name="parameters">Its parameters.</param>
    /// <param name="bitDepth">Bits per sample; null for those that the window needs.</param>
    /// <param name="width">Width in pixels; null if not given.</param>
    /// <param name="height">Height in pixels; null if not given.</param>
    /// <param name="scale">Scale factor; null if not given.</param>
    /// <exception cref="System.ArgumentException">The parameters contradict each other.</exception>
    public static RenderOptions Read(
        PSCmdlet cmdlet, IRenderParameters parameters, int? bitDepth = null, int? width = null, int? height = null, double? scale = null) => new()
    {
        Windowing = cmdlet.ParseOrTerminate(
            parameters.Window,
            () => WindowingChoice.Of(parameters.Window, parameters.WindowCenter, parameters.WindowWidth, parameters.Minimum, parameters.Maximum)),
        ColorMap = parameters.ColorMap is { } map ? cmdlet.ParseOrTerminate(map, () => ColorMap.FromName(map)) : null,
        Invert = parameters.Invert,
        Overlay = parameters.Overlay,
        Rotate = parameters.Rotate,
        Flip = parameters.Flip,
        BitDepth = bitDepth,
        Width = width,
        Height = height,
        Scale = scale,
    };
}
