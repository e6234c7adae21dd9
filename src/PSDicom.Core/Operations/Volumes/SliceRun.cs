using System.Collections.Generic;
using PSDicom.Volumes;

namespace PSDicom.Operations.Volumes;

/// <summary>Consecutive slices of one frame, which is decoded once: the tiles of a mosaic, a single slice, or a blank slice.</summary>
/// <param name="Frame">The frame; null for a blank slice.</param>
/// <param name="Slices">The slices; empty for a blank slice.</param>
/// <param name="Blank">The sample value of a blank slice.</param>
internal sealed record SliceRun(DicomStackFrame? Frame, IReadOnlyList<PlacedSlice> Slices, double Blank = 0)
{
    /// <summary>The runs of a volume, in the order of its slices.</summary>
    /// <param name="layout">The slices.</param>
    /// <param name="isRescaled">Whether voxels are rescaled values; blank slices then have the rescaled value of 0.</param>
    public static IEnumerable<SliceRun> Of(VolumeLayout layout, bool isRescaled)
    {
        var slices = new List<PlacedSlice>();
        double blank = 0;
        foreach (PlacedSlice? next in layout.Arrangement)
        {
            if (slices.Count > 0 && next?.Frame != slices[0].Frame)
            {
                yield return new SliceRun(slices[0].Frame, slices);
                slices = [];
            }

            if (next is { } slice)
            {
                slices.Add(slice);
                blank = isRescaled ? slice.Frame.Meaning.Intercept : 0;
            }
            else
            {
                yield return new SliceRun(null, [], blank);
            }
        }

        if (slices.Count > 0) yield return new SliceRun(slices[0].Frame, slices);
    }
}
