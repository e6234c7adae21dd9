using System;
using System.Collections.Generic;

namespace PSDicom.Pictures;

/// <summary>What a writer is told beside the pictures. Each format uses what it has a place for.</summary>
internal sealed class ImageWriteOptions
{
    /// <summary>How many pictures the file will have; null for one that is not about several, such as a single frame.</summary>
    public int? Pages { get; init; }

    /// <summary>Quality of JPEG, 1 to 100.</summary>
    public int Quality { get; init; } = 90;

    /// <summary>Quality of WebP, 1 to 100; null to lose nothing.</summary>
    public int? WebPQuality { get; init; }

    /// <summary>Whether JPEG keeps colour at full resolution (4:4:4) and not at half of it (4:2:0).</summary>
    public bool FullChroma { get; init; }

    /// <summary>How long each picture of an animation is shown; shorter than the list: the last one goes on.</summary>
    public IReadOnlyList<TimeSpan> FrameTimes { get; init; } = [];

    /// <summary>Text to write into the file: nothing but what a user asked for, as it may be about a patient.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Text { get; init; } = [];
}
