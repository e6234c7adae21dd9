using System;
using System.Collections.Generic;
using PSDicom.Pixels;

namespace PSDicom.Volumes.Formats;

/// <summary>
/// What a file of a volume says before its voxels, whatever its format. Voxels come column by column, row by row, slice by slice and volume by
/// volume; the center of that of column i, row j and slice k lies at Origin + i I + j J + k K, in mm in the coordinates of the patient (LPS).
/// </summary>
internal sealed record VolumeHeader
{
    // Of two directions that are to be perpendicular, the cosine of their angle at most.
    private const double MaxSkew = 1e-3;

    // Of time steps that are to be the same, how much they differ at most: a part of the step, or seconds.
    private const double StepPart = 0.01;

    /// <summary>Columns of a slice.</summary>
    public required int Columns { get; init; }

    /// <summary>Rows of a slice.</summary>
    public required int Rows { get; init; }

    /// <summary>Slices of a volume.</summary>
    public required int Slices { get; init; }

    /// <summary>Volumes.</summary>
    public required int Volumes { get; init; }

    /// <summary>The center of the first voxel.</summary>
    public required Vector3d Origin { get; init; }

    /// <summary>From a column to the next.</summary>
    public required Vector3d I { get; init; }

    /// <summary>From a row to the next.</summary>
    public required Vector3d J { get; init; }

    /// <summary>From a slice to the next.</summary>
    public required Vector3d K { get; init; }

    /// <summary>The type of a sample.</summary>
    public required SampleType Type { get; init; }

    /// <summary>1, or 3 for red, green and blue, which lie together.</summary>
    public required int SamplesPerPixel { get; init; }

    /// <summary>What samples are multiplied by; 1 if they stand for themselves.</summary>
    public double Slope { get; init; } = 1;

    /// <summary>What is then added.</summary>
    public double Intercept { get; init; }

    /// <summary>When each volume begins, in seconds from the first; null if that is not known.</summary>
    public IReadOnlyList<double>? VolumeTimes { get; init; }

    /// <summary>Seconds from volume to volume; null if they are not known, or differ.</summary>
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

    /// <summary>How far voxels are apart along the three directions, in mm.</summary>
    public IReadOnlyList<double> Spacing => [I.Length, J.Length, K.Length];

    /// <summary>Whether the three directions are perpendicular to each other.</summary>
    public bool IsOrthogonal => AreOrthogonal(I, J) && AreOrthogonal(I, K) && AreOrthogonal(J, K);

    /// <summary>Samples of a slice.</summary>
    public long SliceLength => (long)Columns * Rows * SamplesPerPixel;

    private static bool AreOrthogonal(Vector3d a, Vector3d b) => Math.Abs(a.Dot(b)) <= MaxSkew * a.Length * b.Length;
}
