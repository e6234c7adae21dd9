using System.Collections.Generic;
using System.Linq;

namespace PSDicom.Volumes.Rules;

/// <summary>The slices of a stack, grouped and sorted by position along the normal.</summary>
internal sealed class SlicePositions
{
    private SlicePositions(IReadOnlyList<IReadOnlyList<PlacedSlice>> groups, Vector3d normal)
    {
        Groups = groups;
        Distances = [.. groups.Select(group => group[0].Position.Dot(normal))];
        int least = groups.Min(group => group.Count), most = groups.Max(group => group.Count);
        HasEvenCounts = least == most;
        Most = most;
        IsAligned = groups.All(group => AreAligned(group, normal));
    }

    /// <summary>The slices of each position.</summary>
    public IReadOnlyList<IReadOnlyList<PlacedSlice>> Groups { get; }

    /// <summary>The distance of each position along the normal in mm, ascending.</summary>
    public IReadOnlyList<double> Distances { get; }

    /// <summary>The largest number of slices at a position.</summary>
    public int Most { get; }

    /// <summary>Whether all positions have the same number of slices.</summary>
    public bool HasEvenCounts { get; }

    /// <summary>Whether the slices of each position coincide, and are not side by side.</summary>
    public bool IsAligned { get; }

    /// <summary>Whether the slices form whole volumes.</summary>
    public bool IsEven => HasEvenCounts && IsAligned;

    /// <summary>Sorts slices.</summary>
    /// <param name="slices">The slices of a stack. Slices at one position keep this order.</param>
    /// <param name="normal">The normal: row x column.</param>
    /// <param name="tolerance">The largest distance in mm between positions that count as one.</param>
    public static SlicePositions Of(IReadOnlyList<PlacedSlice> slices, Vector3d normal, double tolerance)
    {
        var groups = new List<IReadOnlyList<PlacedSlice>>();
        List<PlacedSlice> group = [];
        double start = 0;
        foreach ((PlacedSlice slice, double distance) in slices.Select(slice => (slice, slice.Position.Dot(normal))).OrderBy(pair => pair.Item2))
        {
            if (group.Count == 0 || distance - start > tolerance)
            {
                groups.Add(group = []);
                start = distance;
            }

            group.Add(slice);
        }

        for (int i = 0; i < groups.Count; i++) groups[i] = [.. groups[i].OrderBy(slice => slice, SliceOrder.Instance)];
        return new SlicePositions(groups, normal);
    }

    private static bool AreAligned(IReadOnlyList<PlacedSlice> group, Vector3d normal)
    {
        Vector3d first = group[0].Position;
        foreach (PlacedSlice slice in group)
        {
            Vector3d way = slice.Position - first;
            if ((way - (normal * way.Dot(normal))).Length > SortOptions.Shift) return false;
        }

        return true;
    }
}
