using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace PSDicom.Volumes.Rules;

/// <summary>
/// Divides a stack into regular parts if its positions have different numbers of frames, or frames side by side. The first attribute that makes
/// all parts regular is used. If there is none, the stack is not divided and not regular.
/// </summary>
internal static class VolumeSplit
{
    // More parts are more likely times of one stack, or values that differ for each frame.
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
    /// <param name="slices">The slices.</param>
    /// <param name="shape">The plane of the slices.</param>
    /// <param name="options">The tolerances.</param>
    /// <param name="name">The attribute that divides the stack; null if there is none.</param>
    /// <returns>The parts, each with its value of the attribute; one part if the stack is not divided.</returns>
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

        // If all but one of several parts are complete, they are times of a scan that ended early.
        return parts.Length == 2 || complete < parts.Length - 1;
    }

    /// <summary>The position of a slice within its plane, rounded to mm: it differs between stacks that are side by side.</summary>
    private static Func<PlacedSlice, object?> PlaceIn(PlaneShape shape) => slice => string.Format(
        CultureInfo.InvariantCulture,
        "{0:0},{1:0}",
        Math.Round(slice.Position.Dot(shape.Row)),
        Math.Round(slice.Position.Dot(shape.Column)));
}
