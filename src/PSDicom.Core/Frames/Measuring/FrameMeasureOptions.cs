using System;
using System.Collections.Generic;

namespace PSDicom.Frames.Measuring;

/// <summary>The options for measuring frames.</summary>
public sealed class FrameMeasureOptions
{
    /// <summary>Whether stored values are measured instead of rescaled ones.</summary>
    public bool Stored { get; init; }

    /// <summary>The percentiles to compute, in percent, from 0 to 100.</summary>
    public IReadOnlyList<double> Percentiles { get; init; } = [];

    /// <summary>Whether to compute a histogram.</summary>
    public bool Histogram { get; init; }

    /// <summary>The rectangle to measure; null for the whole frame.</summary>
    public FrameRegion? Region { get; init; }

    /// <summary>Whether the frames of a file are measured together instead of one by one.</summary>
    public bool Total { get; init; }

    /// <summary>The frame numbers, from 1, to measure together; null for all.</summary>
    public IReadOnlyList<int>? Frames { get; init; }

    /// <summary>The number of decoding threads, as in <see cref="FrameReadOptions.ThrottleLimit"/>.</summary>
    public int ThrottleLimit { get; init; } = int.MaxValue;

    /// <summary>Whether the occurrences of each value must be counted.</summary>
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
