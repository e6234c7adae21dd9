namespace PSDicom.Frames;

/// <summary>What to make of frames.</summary>
public sealed class FrameReadOptions
{
    /// <summary>
    /// Whether to give what the stored values stand for, such as Hounsfield units: by the modality LUT, or by the rescale slope and
    /// intercept, each frame by its own where it has one (PS3.3 sections C.11.1 and C.7.6.16.2.9); of a dose, by Dose Grid Scaling (C.8.8.3).
    /// </summary>
    public bool Rescaled { get; init; }

    /// <summary>Whether to give colour, be it YBR or by a palette, as RGB. Grey frames stay as they are.</summary>
    public bool AsRgb { get; init; }

    /// <summary>
    /// On how many threads frames may be decoded, all that are read at the same time together; more than there are processors are not
    /// used. A large frame that is alone is decoded in parts, where its compression has any.
    /// </summary>
    public int ThrottleLimit { get; init; } = int.MaxValue;
}
