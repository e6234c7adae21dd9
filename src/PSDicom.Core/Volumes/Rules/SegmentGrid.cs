using System;
using System.Collections.Generic;
using System.Linq;

namespace PSDicom.Volumes.Rules;

/// <summary>
/// The slices of a segmentation, whose all-zero frames may be absent (PS3.3 section C.8.20.2). The segments of a file share one grid, from the
/// first to the last slice of all segments.
/// </summary>
internal sealed class SegmentGrid
{
    private const int MaxSlices = 16 * 1024;

    private SegmentGrid(Vector3d origin, Vector3d step, int slices, double start, double gap)
    {
        Origin = origin;
        Step = step;
        Slices = slices;
        Start = start;
        Gap = gap;
    }

    /// <summary>The position of the first slice.</summary>
    public Vector3d Origin { get; }

    /// <summary>The step from slice to slice.</summary>
    public Vector3d Step { get; }

    public int Slices { get; }

    private double Start { get; }

    private double Gap { get; }

    /// <summary>Finds the grid of the frames of a file with the same plane.</summary>
    /// <param name="slices">The frames of all segments.</param>
    /// <param name="normal">Row x column.</param>
    /// <param name="options">The tolerances.</param>
    /// <returns>Null if the frames do not form a grid.</returns>
    public static SegmentGrid? Find(IReadOnlyList<PlacedSlice> slices, Vector3d normal, SortOptions options)
    {
        SlicePositions positions = SlicePositions.Of(slices, normal, options.Position);
        IReadOnlyList<double> distances = positions.Distances;
        if (distances.Count < 2) return null;
        double declared = Math.Abs(slices[0].Frame.Keys.SliceSpacing ?? 0);
        double smallest = distances.Zip(distances.Skip(1), (a, b) => b - a).Min();
        double extent = distances[distances.Count - 1] - distances[0];
        foreach (double gap in (double[])[declared, smallest])
        {
            if (gap <= 0 || extent / gap >= MaxSlices) continue;
            int last = (int)Math.Round(extent / gap);
            if (last == 0) continue;
            double exact = extent / last;
            bool isGrid = distances.All(distance =>
                Math.Abs(distance - distances[0] - (Math.Round((distance - distances[0]) / exact) * exact)) <= SortOptions.GapTolerance(exact));
            if (!isGrid) continue;
            Vector3d origin = positions.Groups[0][0].Position;
            Vector3d way = positions.Groups[positions.Groups.Count - 1][0].Position - origin;
            return new SegmentGrid(origin, way / last, last + 1, distances[0], exact);
        }

        return null;
    }

    /// <summary>The index, from 0, of the slice at a distance along the normal.</summary>
    public int SliceAt(double distance) => (int)Math.Round((distance - Start) / Gap);
}
