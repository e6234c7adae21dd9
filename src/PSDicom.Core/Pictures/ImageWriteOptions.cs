using System;
using System.Collections.Generic;

namespace PSDicom.Pictures;

/// <summary>Options of a writer. Each format uses those that it supports.</summary>
internal sealed class ImageWriteOptions
{
    /// <summary>The number of pictures in the file; null for a single picture without a dimension of frames.</summary>
    public int? Pages { get; init; }

    /// <summary>JPEG quality, 1 to 100.</summary>
    public int Quality { get; init; } = 90;

    /// <summary>WebP quality, 1 to 100; null for lossless.</summary>
    public int? WebPQuality { get; init; }

    /// <summary>Whether JPEG colour has full resolution (4:4:4), not half of it (4:2:0).</summary>
    public bool FullChroma { get; init; }

    /// <summary>The time of each picture of an animation. The last one repeats for further pictures.</summary>
    public IReadOnlyList<TimeSpan> FrameTimes { get; init; } = [];

    /// <summary>Text to write into the file. It holds only what the user asked for, as it may identify a patient.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Text { get; init; } = [];
}
