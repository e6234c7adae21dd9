using System;
using System.Collections.Generic;

namespace PSDicom.Frames.Measuring;

/// <summary>What is measured of frames.</summary>
public sealed class FrameMeasureOptions
{
    /// <summary>Whether stored values are measured, and not what they stand for.</summary>
    public bool Stored { get; init; }

    /// <summary>The percentiles to give, in percent, from 0 to 100.</summary>
    public IReadOnlyList<double> Percentiles { get; init; } = [];

    /// <summary>Whether to count how often each value occurs.</summary>
    public bool Histogram { get; init; }

    /// <summary>The rectangle to measure; null for the whole frame.</summary>
    public FrameRegion? Region { get; init; }

    /// <summary>Whether the frames of a file are measured together, and not each for itself.</summary>
    public bool Total { get; init; }

    /// <summary>The numbers of the frames that are measured together, from 1; null for all.</summary>
    public IReadOnlyList<int>? Frames { get; init; }

    /// <summary>On how many threads frames may be decoded, as <see cref="FrameReadOptions.ThrottleLimit"/> says.</summary>
    public int ThrottleLimit { get; init; } = int.MaxValue;

    /// <summary>Whether each value has to be counted.</summary>
    internal bool NeedsCounts => Histogram || Percentiles.Count > 0;

    /// <summary>Finds what cannot be measured.</summary>
    /// <exception cref="ArgumentException">A percentile is not from 0 to 100.</exception>
    public void Validate()
    {
        foreach (double percent in Percentiles)
        {
            if (percent is not (>= 0 and <= 100)) throw new ArgumentException("A percentile is from 0 to 100.");
        }
    }
}
