using System;
using System.Collections.Generic;
using PSDicom.Query;

namespace PSDicom.Deidentification.BurnedIn;

/// <summary>The regions of ultrasound images that have data; text is outside of them (PS3.3 section C.8.5.5).</summary>
internal static class UltrasoundRegions
{
    /// <summary>More than any device writes; finding what is outside of them takes time.</summary>
    private const int MaxRegions = 100;

    /// <summary>Reads the regions of an image, clipped to it.</summary>
    /// <param name="dataset">The data set.</param>
    /// <param name="rows">Rows of the image.</param>
    /// <param name="columns">Columns of the image.</param>
    /// <returns>Null if it has none.</returns>
    /// <exception cref="DicomException">One is incomplete, empty or outside of the image (<see cref="DicomErrorReason.UltrasoundRegionInvalid"/>).</exception>
    public static IReadOnlyList<FrameRegion>? Read(DicomDataset dataset, int rows, int columns)
    {
        if (dataset[DicomTag.SequenceOfUltrasoundRegions]?.Items is not { Count: > 0 } items) return null;
        if (items.Count > MaxRegions) throw Invalid(null, $"There are more than {MaxRegions} ultrasound regions.");
        var regions = new FrameRegion[items.Count];
        for (int i = 0; i < regions.Length; i++) regions[i] = Read(items[i], new ItemPlace(null, DicomTag.SequenceOfUltrasoundRegions, i), rows, columns);
        return regions;
    }

    /// <summary>Whether a region reaches beyond the image by more than the pixel by which some devices count too far.</summary>
    public static bool ReachBeyond(DicomDataset dataset, int rows, int columns)
    {
        foreach (DicomDataset item in dataset[DicomTag.SequenceOfUltrasoundRegions]?.Items ?? [])
        {
            if (item.GetInteger(DicomTag.RegionLocationMaxX1) > columns || item.GetInteger(DicomTag.RegionLocationMaxY1) > rows) return true;
        }

        return false;
    }

    private static FrameRegion Read(DicomDataset item, ItemPlace place, int rows, int columns)
    {
        if (item.GetInteger(DicomTag.RegionLocationMinX0) is not { } left
            || item.GetInteger(DicomTag.RegionLocationMinY0) is not { } top
            || item.GetInteger(DicomTag.RegionLocationMaxX1) is not { } right
            || item.GetInteger(DicomTag.RegionLocationMaxY1) is not { } bottom)
        {
            throw Invalid(place, "An ultrasound region does not say where it is.");
        }

        if (right <= left || bottom <= top) throw Invalid(place, FormattableString.Invariant($"An ultrasound region from {left},{top} to {right},{bottom} has no size."));
        if (left >= columns || top >= rows || right < 0 || bottom < 0)
            throw Invalid(place, FormattableString.Invariant($"An ultrasound region from {left},{top} to {right},{bottom} is outside of the image of {columns} x {rows} pixels: the image may have been resized."));

        // The corners are pixels of the region.
        int x = (int)Math.Max(0, left), y = (int)Math.Max(0, top);
        return new FrameRegion(x, y, (int)Math.Min(columns - 1, right) - x + 1, (int)Math.Min(rows - 1, bottom) - y + 1);
    }

    private static DicomException Invalid(ItemPlace? place, string detail) => new(
        DicomErrorReason.UltrasoundRegionInvalid,
        $"{detail} It is not known what of the image to keep.",
        tagPath: ItemPlace.PathOf(place, place is null ? DicomTag.SequenceOfUltrasoundRegions : DicomTag.RegionLocationMinX0));
}
