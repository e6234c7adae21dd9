using System.Collections.Generic;

namespace PSDicom.Volumes;

/// <summary>
/// The positions of the voxels of a stack in mm, in patient coordinates (LPS): the voxel of column i, row j and slice k is at
/// Origin + i I + j J + k K. The axes need not be perpendicular: K of a tilted stack is the step from slice to slice.
/// </summary>
internal sealed class StackGeometry
{
    /// <summary>The number of columns of a slice.</summary>
    public required int Columns { get; init; }

    /// <summary>The number of rows of a slice.</summary>
    public required int Rows { get; init; }

    /// <summary>The number of slices of a volume: the positions, and the absent slices of a segmentation.</summary>
    public required int Slices { get; init; }

    /// <summary>The number of volumes.</summary>
    public required int Volumes { get; init; }

    /// <summary>The center of the first voxel.</summary>
    public required Vector3d Origin { get; init; }

    /// <summary>The step from column to column, along a row.</summary>
    public required Vector3d I { get; init; }

    /// <summary>The step from row to row, along a column.</summary>
    public required Vector3d J { get; init; }

    /// <summary>
    /// The step from slice to slice: (last - first) / (slices - 1) for regular slices. If slices are missing, it is the step between neighboring
    /// slices; if gaps are uneven, the mean.
    /// </summary>
    public required Vector3d K { get; init; }

    /// <summary>
    /// The slices in the order [volume][slice], volume by volume. An all-zero slice that a segmentation leaves out is null. Empty if positions have
    /// different numbers of frames.
    /// </summary>
    public required IReadOnlyList<PlacedSlice?> Arrangement { get; init; }

    /// <summary>The position of each slice relative to the first, in multiples of K: 0, 1, 2, ... for regular slices.</summary>
    public required IReadOnlyList<double> SlicePositions { get; init; }

    /// <summary>The start time of each volume in seconds after the first; null if unknown.</summary>
    public IReadOnlyList<double>? VolumeTimes { get; init; }

    /// <summary>The slice of a volume.</summary>
    public PlacedSlice? At(int volume, int slice) => Arrangement[(volume * Slices) + slice];
}
