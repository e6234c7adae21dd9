using System;

namespace PSDicom;

/// <summary>How a picture is mirrored.</summary>
[Flags]
public enum PictureFlip
{
    /// <summary>Not mirrored.</summary>
    None = 0,

    /// <summary>Left and right are exchanged.</summary>
    Horizontal = 1,

    /// <summary>Top and bottom are exchanged.</summary>
    Vertical = 2,

    /// <summary>Both, which is a rotation by 180 degrees.</summary>
    Both = Horizontal | Vertical,
}
