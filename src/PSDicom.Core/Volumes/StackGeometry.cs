using System.Collections.Generic;

namespace PSDicom.Volumes;

/// <summary>
/// Where the voxels of a stack lie, in mm in the coordinates of the patient (LPS): that of column i, row j and slice k at
/// Origin + i I + j J + k K. Nothing is made perpendicular that is not: K of a tilted stack is the way from slice to slice.
/// </summary>
internal sealed class StackGeometry
{
    /// <summary>Columns of a slice.</summary>
    public required int Columns { get; init; }

    /// <summary>Rows of a slice.</summary>
    public required int Rows { get; init; }

    /// <summary>Slices of a volume: as many as positions, and absent ones of a segmentation.</summary>
    public required int Slices { get; init; }

    /// <summary>Volumes.</summary>
    public required int Volumes { get; init; }

    /// <summary>The center of the first voxel.</summary>
    public required Vector3d Origin { get; init; }

    /// <summary>From a column to the next, along a row.</summary>
    public required Vector3d I { get; init; }

    /// <summary>From a row to the next, along a column.</summary>
    public required Vector3d J { get; init; }

    /// <summary>
    /// From a slice to the next: (last - first) / (slices - 1) where slices are regular. Where slices are missing it is the step of those that
    /// are there; where gaps are uneven, the mean.
    /// </summary>
    public required Vector3d K { get; init; }

    /// <summary>
    /// The slices in the order [volume][slice], volume by volume. Null is a slice that a segmentation leaves out because it is all zero. Empty
    /// where positions have different numbers of frames, so that there is no such order.
    /// </summary>
    public required IReadOnlyList<PlacedSlice?> Arrangement { get; init; }

    /// <summary>Where each slice lies on the line from the first one, as a multiple of K: 0, 1, 2, ... where slices are regular.</summary>
    public required IReadOnlyList<double> SlicePositions { get; init; }

    /// <summary>When each volume begins, in seconds from the first; null if the files do not tell.</summary>
    public IReadOnlyList<double>? VolumeTimes { get; init; }

    /// <summary>The slice of a volume.</summary>
    public PlacedSlice? At(int volume, int slice) => Arrangement[(volume * Slices) + slice];
}
