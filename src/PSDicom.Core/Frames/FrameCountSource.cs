namespace PSDicom;

/// <summary>How a number of frames was found.</summary>
public enum FrameCountSource
{
    /// <summary>There are no pixel data.</summary>
    None,

    /// <summary>Number of Frames says so, and the pixel data do not contradict it.</summary>
    Declared,

    /// <summary>Counted in the pixel data: Number of Frames is missing, 0, or contradicts them.</summary>
    Counted,

    /// <summary>Number of Frames is missing and the pixel data are one frame.</summary>
    Single,
}
