using System;
using System.Collections.Generic;
using System.Linq;

namespace PSDicom.Volumes.Rules;

/// <summary>The step from slice to slice of a stack, and its problems.</summary>
internal sealed class StackSpacing
{
    private StackSpacing(Vector3d step, IReadOnlyList<double> slicePositions)
    {
        Step = step;
        SlicePositions = slicePositions;
    }

    /// <inheritdoc cref="StackGeometry.K"/>
    public Vector3d Step { get; }

    /// <inheritdoc cref="StackGeometry.SlicePositions"/>
    public IReadOnlyList<double> SlicePositions { get; }

    /// <summary>The gaps; null for a single slice.</summary>
    public SliceGaps? Gaps { get; private init; }

    public SeriesProblem Problem { get; private set; }

    /// <summary>Computes the spacing of slices.</summary>
    /// <param name="positions">The positions.</param>
    /// <param name="normal">The normal: row x column.</param>
    public static StackSpacing Of(SlicePositions positions, Vector3d normal)
    {
        FrameKeys keys = positions.Groups[0][0].Frame.Keys;
        StackSpacing spacing = positions.Groups.Count == 1 ? OfSingle(keys, normal) : OfSeveral(positions);
        if (spacing.Gaps is { } gaps && keys.SliceSpacing is { } signed && Math.Abs(signed) is > 0 and double declared)
        {
            // Manufacturers write either the distance of the planes or the length of the step.
            bool isTrue = IsNear(declared, gaps.Usual) || IsNear(declared, spacing.Step.Length);
            if (!isTrue && gaps.IsWhole) spacing.Problem |= SeriesProblem.SpacingContradicted;
        }

        return spacing;
    }

    private static bool IsNear(double declared, double found) => Math.Abs(declared - found) <= SortOptions.GapTolerance(found);

    private static StackSpacing OfSingle(FrameKeys keys, Vector3d normal)
    {
        double declared = Math.Abs(keys.SliceSpacing ?? 0), thickness = Math.Abs(keys.SliceThickness ?? 0);
        bool isKnown = declared > 0 || thickness > 0;
        return new StackSpacing(normal * (declared > 0 ? declared : thickness > 0 ? thickness : 1), [0])
        {
            Problem = isKnown ? SeriesProblem.None : SeriesProblem.SpacingGuessed,
        };
    }

    private static StackSpacing OfSeveral(SlicePositions positions)
    {
        var gaps = new SliceGaps(positions.Distances);
        IReadOnlyList<IReadOnlyList<PlacedSlice>> groups = positions.Groups;
        Vector3d first = groups[0][0].Position;
        Vector3d way = groups[groups.Count - 1][0].Position - first;
        long steps = groups.Count - 1 + gaps.Missing;
        double extent = positions.Distances[groups.Count - 1] - positions.Distances[0];
        double gap = extent / steps;
        Vector3d step = way / steps;
        double[] places = [.. positions.Distances.Select(distance => Place((distance - positions.Distances[0]) / gap, gaps))];
        var spacing = new StackSpacing(step, places) { Gaps = gaps };
        if (gaps.Missing > 0) spacing.Problem |= SeriesProblem.MissingSlices;
        else if (!gaps.IsWhole) spacing.Problem |= SeriesProblem.UnevenSpacing;

        // Each slice must be on the line from the first to the last.
        double tolerance = Math.Max(SortOptions.Shift, SortOptions.GapTolerance(gap));
        for (int i = 0; i < groups.Count; i++)
        {
            Vector3d expected = first + (way * ((positions.Distances[i] - positions.Distances[0]) / extent));
            if ((groups[i][0].Position - expected).Length > tolerance) spacing.Problem |= SeriesProblem.ShiftedSlices;
        }

        return spacing;
    }

    private static double Place(double place, SliceGaps gaps) => gaps.IsWhole ? Math.Round(place) : place;
}
