using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace PSDicom.Volumes.Rules;

/// <summary>
/// Divides a stack whose positions have different numbers of frames, or frames beside each other, into several that are whole: by the first
/// of what may tell them apart that makes each part regular. What nothing divides stays one stack, which is not regular.
/// </summary>
internal static class VolumeSplit
{
    // More parts are rather times of one stack, or numbers that each frame has for itself.
    private const int MaxParts = 64;
    private const int MaxPartsWithSingleSlices = 8;

    private static readonly (string Name, Func<PlacedSlice, object?> Of)[] Candidates =
    [
        ("ImageType", slice => slice.Frame.Keys.ImageType),
        ("TriggerTime", slice => slice.Frame.Keys.TriggerTime),
        ("AcquisitionNumber", slice => slice.Frame.Keys.Acquisition),
        ("BValue", slice => slice.Frame.Keys.BValue),
        ("TemporalPosition", slice => slice.Frame.Keys.TemporalPosition),
    ];

    /// <summary>Divides a stack.</summary>
    /// <param name="slices">Its slices.</param>
    /// <param name="shape">The plane that they have.</param>
    /// <param name="options">How near is the same.</param>
    /// <param name="name">What divides them; null if nothing does.</param>
    /// <returns>The parts, each with the value that it has in common; the whole if nothing divides it.</returns>
    public static IReadOnlyList<(string Value, IReadOnlyList<PlacedSlice> Slices)> Divide(
        IReadOnlyList<PlacedSlice> slices, PlaneShape shape, SortOptions options, out string? name)
    {
        name = null;
        SlicePositions whole = SlicePositions.Of(slices, shape.Normal, options.Position);
        if (!whole.IsEven)
        {
            foreach ((string candidate, Func<PlacedSlice, object?> keyOf) in (((string, Func<PlacedSlice, object?>)[])[.. Candidates, ("Place", PlaceIn(shape))]))
            {
                IGrouping<object?, PlacedSlice>[] parts = [.. slices.GroupBy(keyOf)];
                if (!AreWhole(parts, whole.Groups.Count, shape, options)) continue;
                name = candidate;
                return [.. parts.Select(part => (Convert.ToString(part.Key, CultureInfo.InvariantCulture) ?? "none", (IReadOnlyList<PlacedSlice>)[.. part]))];
            }
        }

        return [(string.Empty, slices)];
    }

    private static bool AreWhole(IGrouping<object?, PlacedSlice>[] parts, int positionCount, PlaneShape shape, SortOptions options)
    {
        if (parts.Length is < 2 or > MaxParts) return false;
        int complete = 0;
        foreach (IGrouping<object?, PlacedSlice> part in parts)
        {
            SlicePositions positions = SlicePositions.Of([.. part], shape.Normal, options.Position);
            if (!positions.IsEven) return false;
            if (positions.Groups.Count == 1 && parts.Length > MaxPartsWithSingleSlices) return false;
            if (positions.Groups.Count > 1 && !new SliceGaps(positions.Distances).AreRegular) return false;
            if (positions.Groups.Count == positionCount) complete++;
        }

        // All but one of several parts are complete: a series over time that was ended early.
        return parts.Length == 2 || complete < parts.Length - 1;
    }

    /// <summary>Where within its plane a slice lies, to whole steps: of stacks that are side by side.</summary>
    private static Func<PlacedSlice, object?> PlaceIn(PlaneShape shape) => slice => string.Format(
        CultureInfo.InvariantCulture,
        "{0:0},{1:0}",
        Math.Round(slice.Position.Dot(shape.Row)),
        Math.Round(slice.Position.Dot(shape.Column)));
}
