using System.Management.Automation;
using PSDicom.Operations.Export;
using PSDicom.Rendering;
using PSDicom.Rendering.Colors;

namespace PSDicom.Pipeline;

/// <summary>Reads the parameters that say what pictures look like.</summary>
internal static class RenderParameters
{
    /// <summary>What pictures are to look like. A name that cannot be understood ends the cmdlet.</summary>
    /// <param name="cmdlet">The cmdlet.</param>
    /// <param name="parameters">Its parameters.</param>
    /// <param name="bitDepth">Bits of a sample; null for what follows from the window.</param>
    /// <param name="width">Width in pixels; null for what follows from the others.</param>
    /// <param name="height">Height in pixels; null for what follows from the others.</param>
    /// <param name="scale">How much larger than the frame; null for neither larger nor smaller.</param>
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
