using System;
using System.Collections.Generic;

namespace PSDicom.Frames.Measuring;

/// <summary>The options for measuring frames.</summary>
public sealed record FrameMeasureOptions
{
    /// <summary>Whether to measure the stored values instead of real values, such as Hounsfield units.</summary>
    public bool Stored { get; init; }

    /// <summary>The percentiles, from 0 to 100.</summary>
    public IReadOnlyList<double> Percentiles { get; init; } = [];

    /// <summary>Whether to count how often each value occurs.</summary>
    public bool Histogram { get; init; }

    /// <summary>The rectangle to measure; null for the whole frame.</summary>
    public FrameRegion? Region { get; init; }

    /// <summary>Whether to measure all frames of a file together.</summary>
    public bool Total { get; init; }

    /// <summary>The numbers of the frames to measure together, from 1; null for all.</summary>
    public IReadOnlyList<int>? Frames { get; init; }

    /// <summary>The most threads for decoding: <see cref="FrameReadOptions.ThrottleLimit"/>.</summary>
    public int ThrottleLimit { get; init; } = int.MaxValue;

    /// <summary>Whether the values must be counted.</summary>
    internal bool NeedsCounts => Histogram || Percentiles.Count > 0;

    /// <summary>Checks the options.</summary>
    /// <exception cref="ArgumentException">A percentile is not from 0 to 100.</exception>
    public void Validate()
    {
        foreach (double percent in Percentiles)
        {
            if (percent is not (>= 0 and <= 100)) throw new ArgumentException("A percentile must be from 0 to 100.");
        }
    }
}
