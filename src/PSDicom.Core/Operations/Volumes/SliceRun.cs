using System.Collections.Generic;
using PSDicom.Volumes;

namespace PSDicom.Operations.Volumes;

/// <summary>Slices that follow each other and are of one frame, which is decoded once: the tiles of a mosaic; else it is one slice. Or one that is blank.</summary>
/// <param name="Frame">The frame; null of a blank slice.</param>
/// <param name="Slices">The slices; none of a blank one.</param>
/// <param name="Blank">Of a blank slice, the value of its samples.</param>
internal sealed record SliceRun(DicomStackFrame? Frame, IReadOnlyList<PlacedSlice> Slices, double Blank = 0)
{
    /// <summary>The runs of a volume, in the order of its slices.</summary>
    /// <param name="layout">The slices.</param>
    /// <param name="isRescaled">Whether voxels are what stored values stand for, of which a blank slice has that of 0.</param>
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
