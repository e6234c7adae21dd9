using System;
using System.Collections.Generic;

namespace PSDicom.Volumes.Rules;

/// <summary>Numbers planes, with one number for planes that are equal within rounding. All images of a stack have the same number.</summary>
internal sealed class ShapeClusters
{
    private readonly Dictionary<PlaneShape, int> _known = [];
    private readonly Dictionary<int, List<int>> _buckets = [];
    private readonly List<PlaneShape> _shapes = [];

    /// <summary>The first plane with a number.</summary>
    public PlaneShape this[int cluster] => _shapes[cluster];

    public int NumberOf(PlaneShape shape)
    {
        if (_known.TryGetValue(shape, out int cluster)) return cluster;
        cluster = Find(shape);
        _known.Add(shape, cluster);
        return cluster;
    }

    private static bool AreNear(PlaneShape a, PlaneShape b) =>
        a.Row.IsNear(b.Row, SortOptions.Cosine)
        && a.Column.IsNear(b.Column, SortOptions.Cosine)
        && Math.Abs(a.ColumnSpacing - b.ColumnSpacing) <= SortOptions.Spacing
        && Math.Abs(a.RowSpacing - b.RowSpacing) <= SortOptions.Spacing;

    // Looked up by one cosine first, because a file may have as many planes as frames.
    private int Find(PlaneShape shape)
    {
        int bucket = (int)Math.Floor(shape.Row.X / SortOptions.Cosine);
        for (int near = bucket - 1; near <= bucket + 1; near++)
        {
            if (!_buckets.TryGetValue(near, out List<int>? clusters)) continue;
            foreach (int cluster in clusters)
            {
                if (AreNear(_shapes[cluster], shape)) return cluster;
            }
        }

        if (!_buckets.TryGetValue(bucket, out List<int>? own)) _buckets.Add(bucket, own = []);
        own.Add(_shapes.Count);
        _shapes.Add(shape);
        return _shapes.Count - 1;
    }
}
