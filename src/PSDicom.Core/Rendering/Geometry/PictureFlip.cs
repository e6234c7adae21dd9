using System;

namespace PSDicom;

/// <summary>How a picture is mirrored.</summary>
[Flags]
public enum PictureFlip
{
    /// <summary>Not at all.</summary>
    None = 0,

    /// <summary>Left and right change places.</summary>
    Horizontal = 1,

    /// <summary>Top and bottom change places.</summary>
    Vertical = 2,

    /// <summary>Both: turned by 180 degrees.</summary>
    Both = Horizontal | Vertical,
}
