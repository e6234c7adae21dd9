namespace PSDicom.Rendering.Greys;

/// <summary>The source of the window of a <see cref="Windowing"/>.</summary>
internal enum WindowingKind
{
    /// <summary>The file, else the values of the frame.</summary>
    Default,

    /// <summary>No window.</summary>
    None,

    /// <summary>The smallest and the largest value.</summary>
    MinMax,

    /// <summary>The 1st and the 99th percentile of the values.</summary>
    Percentile,

    /// <summary>A center and a width of the user.</summary>
    Window,

    /// <summary>A black and a white value of the user.</summary>
    Range,

    /// <summary>The n-th window of the file.</summary>
    Number,

    /// <summary>The window or VOI LUT with this explanation, else the preset of this name.</summary>
    Name,
}
