namespace PSDicom.Frames;

/// <summary>Options for reading frames.</summary>
public sealed class FrameReadOptions
{
    /// <summary>
    /// Whether to apply the modality LUT or the rescale slope and intercept, for example to get Hounsfield units; a frame's own ones if it has
    /// them (PS3.3 sections C.11.1 and C.7.6.16.2.9). For an RT Dose, whether to apply Dose Grid Scaling (C.8.8.3).
    /// </summary>
    public bool Rescaled { get; init; }

    /// <summary>Whether to convert colour (YBR or palette) to RGB. Grey frames are not changed.</summary>
    public bool AsRgb { get; init; }

    /// <summary>
    /// The most threads for decoding all frames that are read at the same time; no more than there are processors are used. A single large frame
    /// is decoded on several threads if its compression allows it.
    /// </summary>
    public int ThrottleLimit { get; init; } = int.MaxValue;
}
