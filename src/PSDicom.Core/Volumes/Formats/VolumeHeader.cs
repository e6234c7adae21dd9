using System;
using System.Collections.Generic;
using PSDicom.Pixels;

namespace PSDicom.Volumes.Formats;

/// <summary>
/// The header of a volume file in any format. Voxels are in the order of columns, rows, slices and volumes, columns fastest. The center of the voxel
/// in column i, row j and slice k is at Origin + i I + j J + k K, in mm in patient coordinates (LPS).
/// </summary>
internal sealed record VolumeHeader
{
    // The largest cosine of the angle between two directions that count as perpendicular.
    private const double MaxSkew = 1e-3;

    // The largest difference of time steps that count as equal: a fraction of the step, or seconds.
    private const double StepPart = 0.01;

    /// <summary>The number of columns of a slice.</summary>
    public required int Columns { get; init; }

    /// <summary>The number of rows of a slice.</summary>
    public required int Rows { get; init; }

    /// <summary>The number of slices of a volume.</summary>
    public required int Slices { get; init; }

    /// <summary>The number of volumes.</summary>
    public required int Volumes { get; init; }

    /// <summary>The center of the first voxel.</summary>
    public required Vector3d Origin { get; init; }

    /// <summary>The step from column to column.</summary>
    public required Vector3d I { get; init; }

    /// <summary>The step from row to row.</summary>
    public required Vector3d J { get; init; }

    /// <summary>The step from slice to slice.</summary>
    public required Vector3d K { get; init; }

    /// <summary>The type of a sample.</summary>
    public required SampleType Type { get; init; }

    /// <summary>1, or 3 for interleaved red, green and blue.</summary>
    public required int SamplesPerPixel { get; init; }

    /// <summary>The slope of the samples; 1 if samples are the values themselves.</summary>
    public double Slope { get; init; } = 1;

    /// <summary>The intercept of the samples; 0 if samples are the values themselves.</summary>
    public double Intercept { get; init; }

    /// <summary>The start time of each volume in seconds after the first; null if unknown.</summary>
    public IReadOnlyList<double>? VolumeTimes { get; init; }

    /// <summary>Seconds from volume to volume; null if unknown or uneven.</summary>
    public double? TimeStep
    {
        get
        {
            if (VolumeTimes is not { Count: > 1 } times) return null;
            double step = times[times.Count - 1] / (times.Count - 1);
            for (int i = 1; i < times.Count; i++)
            {
                if (Math.Abs(times[i] - times[i - 1] - step) > step * StepPart) return null;
            }

            return step;
        }
    }

    /// <summary>The voxel spacing along the three directions in mm.</summary>
    public IReadOnlyList<double> Spacing => [I.Length, J.Length, K.Length];

    /// <summary>Whether the three directions are perpendicular to each other.</summary>
    public bool IsOrthogonal => AreOrthogonal(I, J) && AreOrthogonal(I, K) && AreOrthogonal(J, K);

    /// <summary>The number of samples of a slice.</summary>
    public long SliceLength => (long)Columns * Rows * SamplesPerPixel;

    private static bool AreOrthogonal(Vector3d a, Vector3d b) => Math.Abs(a.Dot(b)) <= MaxSkew * a.Length * b.Length;
}
