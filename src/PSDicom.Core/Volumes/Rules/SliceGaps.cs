using System;
using System.Collections.Generic;
using System.Linq;

namespace PSDicom.Volumes.Rules;

/// <summary>
/// How far the slices of a stack are apart, by their positions alone: Spacing Between Slices and Slice Thickness do not tell it reliably. Where
/// slices are missing, gaps are whole multiples of the usual one.
/// </summary>
internal sealed class SliceGaps
{
    private readonly List<int> _missingAfter = [];

    /// <param name="distances">How far the slices lie along their normal, in mm, ascending; two at least.</param>
    public SliceGaps(IReadOnlyList<double> distances)
    {
        var gaps = new double[distances.Count - 1];
        for (int i = 0; i < gaps.Length; i++) gaps[i] = distances[i + 1] - distances[i];
        Smallest = gaps.Min();
        Largest = gaps.Max();

        // Of an even number of gaps the lower middle one: it is a gap that there is.
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

    /// <summary>The middle one of the gaps, in mm.</summary>
    public double Usual { get; }

    /// <summary>The smallest gap, in mm.</summary>
    public double Smallest { get; }

    /// <summary>The largest gap, in mm.</summary>
    public double Largest { get; }

    /// <summary>Whether all gaps are whole multiples of the usual one.</summary>
    public bool IsWhole { get; private set; } = true;

    /// <summary>How many slices are missing.</summary>
    public long Missing { get; }

    /// <summary>Behind which slices others are missing, from 1.</summary>
    public IReadOnlyList<int> MissingAfter => _missingAfter;

    /// <summary>Whether all gaps are the same.</summary>
    public bool AreRegular => IsWhole && Missing == 0;
}
