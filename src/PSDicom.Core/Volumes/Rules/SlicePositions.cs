using System.Collections.Generic;
using System.Linq;

namespace PSDicom.Volumes.Rules;

/// <summary>The slices of a stack by where they lie along its normal, nearest to the feet, the front or the right first as the normal has it.</summary>
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

    /// <summary>How far each position lies along the normal, in mm, ascending.</summary>
    public IReadOnlyList<double> Distances { get; }

    /// <summary>How many slices a position has at most.</summary>
    public int Most { get; }

    /// <summary>Whether each position has the same number of slices.</summary>
    public bool HasEvenCounts { get; }

    /// <summary>Whether the slices of a position lie on each other, and not beside each other.</summary>
    public bool IsAligned { get; }

    /// <summary>Whether the stack is a whole number of volumes.</summary>
    public bool IsEven => HasEvenCounts && IsAligned;

    /// <summary>Sorts slices.</summary>
    /// <param name="slices">The slices of a stack, in the order that those of one position keep.</param>
    /// <param name="normal">Row x column.</param>
    /// <param name="tolerance">How near positions are one, in mm.</param>
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
