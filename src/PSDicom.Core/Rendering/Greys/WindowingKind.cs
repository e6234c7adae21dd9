namespace PSDicom.Rendering.Greys;

/// <summary>Where the window of a <see cref="Windowing"/> comes from.</summary>
internal enum WindowingKind
{
    /// <summary>The file, else the values.</summary>
    Default,

    /// <summary>There is none.</summary>
    None,

    /// <summary>The smallest and the largest value.</summary>
    MinMax,

    /// <summary>The values without the lowest and the highest hundredth.</summary>
    Percentile,

    /// <summary>The user: center and width.</summary>
    Window,

    /// <summary>The user: the value that is black and the one that is white.</summary>
    Range,

    /// <summary>The file: its n-th window.</summary>
    Number,

    /// <summary>The file's explanation, else the preset of the name.</summary>
    Name,
}
