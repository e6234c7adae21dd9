using System;
using System.Collections.Generic;
using System.Linq;

namespace PSDicom.Volumes.Rules;

/// <summary>
/// The gaps between the slices of a stack, by their positions alone: Spacing Between Slices and Slice Thickness are not reliable. If slices are
/// missing, gaps are whole multiples of the usual gap.
/// </summary>
internal sealed class SliceGaps
{
    private readonly List<int> _missingAfter = [];

    /// <param name="distances">The distances of the slices along their normal in mm, ascending; at least two.</param>
    public SliceGaps(IReadOnlyList<double> distances)
    {
        var gaps = new double[distances.Count - 1];
        for (int i = 0; i < gaps.Length; i++) gaps[i] = distances[i + 1] - distances[i];
        Smallest = gaps.Min();
        Largest = gaps.Max();

        // The lower median, which is an existing gap.
        Usual = gaps.OrderBy(gap => gap).ElementAt((gaps.Length - 1) / 2);
        for (int i = 0; i < gaps.Length && IsWhole; i++)
        {
            double multiple = Math.Round(gaps[i] / Usual);
            IsWhole = multiple >= 1 && multiple <= int.MaxValue / 2 && Math.Abs(gaps[i] - (multiple * Usual)) <= SortOptions.GapTolerance(gaps[i]);
            if (!IsWhole || multiple == 1) continue;
            Missing += (long)multiple - 1;
            _missingAfter.Add(i + 1);
        }

        if (IsWhole) return;
        Missing = 0;
        _missingAfter.Clear();
    }

    /// <summary>The median gap in mm.</summary>
    public double Usual { get; }

    /// <summary>The smallest gap in mm.</summary>
    public double Smallest { get; }

    /// <summary>The largest gap in mm.</summary>
    public double Largest { get; }

    /// <summary>Whether all gaps are whole multiples of the usual gap.</summary>
    public bool IsWhole { get; private set; } = true;

    /// <summary>The number of missing slices.</summary>
    public long Missing { get; }

    /// <summary>The numbers of the slices, from 1, after which slices are missing.</summary>
    public IReadOnlyList<int> MissingAfter => _missingAfter;

    /// <summary>Whether all gaps are equal.</summary>
    public bool AreRegular => IsWhole && Missing == 0;
}
