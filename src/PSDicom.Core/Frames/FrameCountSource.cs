namespace PSDicom;

/// <summary>The source of a number of frames.</summary>
public enum FrameCountSource
{
    /// <summary>There are no pixel data.</summary>
    None,

    /// <summary>Number of Frames, which the pixel data do not contradict.</summary>
    Declared,

    /// <summary>Counted in the pixel data: Number of Frames is missing, 0, or contradicts them.</summary>
    Counted,

    /// <summary>Number of Frames is missing and the pixel data are one frame.</summary>
    Single,
}
