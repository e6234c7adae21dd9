using System;
using System.Collections.Generic;
using System.Globalization;
using PSDicom.Volumes;

namespace PSDicom;

/// <summary>
/// Frames of a series that belong together in space: parallel slices of one size, in one volume or in several at the same position; or images
/// without a position.
/// </summary>
public sealed class DicomStack
{
    internal DicomStack(SeriesIdentity identity) => Identity = identity;

    /// <summary>Patient ID (0010,0020).</summary>
    public string? PatientID => Identity.PatientID;

    /// <summary>Patient's Name (0010,0010).</summary>
    public string? PatientName => Identity.PatientName;

    /// <summary>Study Instance UID (0020,000D).</summary>
    public string? StudyInstanceUID => Identity.StudyInstanceUID;

    /// <summary>Study Date (0008,0020); null if missing.</summary>
    public DateTime? StudyDate => Identity.StudyDate;

    /// <summary>Series Instance UID (0020,000E).</summary>
    public string? SeriesInstanceUID => Identity.SeriesInstanceUID;

    /// <summary>Series Number (0020,0011).</summary>
    public long? SeriesNumber => Identity.SeriesNumber;

    /// <summary>Series Description (0008,103E).</summary>
    public string? SeriesDescription => Identity.SeriesDescription;

    /// <summary>Modality (0008,0060), such as <c>CT</c>.</summary>
    public string? Modality => Identity.Modality;

    /// <summary>The number of the stack in its series, from 1.</summary>
    public int StackIndex { get; internal set; } = 1;

    /// <summary>The number of stacks of the series.</summary>
    public int StackCount { get; internal set; } = 1;

    /// <summary>The attributes that distinguish the stack in its series, such as <c>EchoTime 4.92, ComplexPart P</c>; null for the only stack.</summary>
    public string? SplitBy { get; internal set; }

    /// <summary>The kind of the stack: a volume, one slice, or images without a position.</summary>
    public StackKind Kind { get; internal init; }

    /// <summary>The number of files.</summary>
    public int FileCount => Files.Count;

    /// <summary>The number of frames; a mosaic is one frame with several slices.</summary>
    public int FrameCount => Frames.Count;

    /// <summary>The number of columns of a slice.</summary>
    public int Columns { get; internal init; }

    /// <summary>The number of rows of a slice.</summary>
    public int Rows { get; internal init; }

    /// <summary>The number of slices of a volume; the number of images if they have no position.</summary>
    public int Slices { get; internal init; }

    /// <summary>The number of volumes at the same position. If positions have different numbers of frames, this is the largest of them.</summary>
    public int Volumes { get; internal init; }

    /// <summary>Columns, rows, slices and, if there are several, volumes: <c>512x512x140</c>.</summary>
    public string Size =>
        string.Format(CultureInfo.InvariantCulture, Volumes > 1 ? "{0}x{1}x{2}x{3}" : "{0}x{1}x{2}", Columns, Rows, Slices, Volumes);

    /// <summary>
    /// The voxel spacing in mm: along a row, along a column, and from slice to slice. The last is computed from the positions. For tilted slices it is
    /// the length of the step to the next slice, which exceeds the distance of the planes. For uneven slices it is the mean. Null without positions.
    /// </summary>
    public IReadOnlyList<double>? Spacing { get; internal init; }

    /// <summary>The position of the center of the first voxel in mm: to the left, back and head (PS3.3 section C.7.6.2.1.1). Null without positions.</summary>
    public IReadOnlyList<double>? Origin { get; internal init; }

    /// <summary>The orientation of the slices in the patient.</summary>
    public SliceOrientation Orientation { get; internal init; }

    /// <summary>
    /// The angle in degrees between the slice step and the slice normal, computed from the positions; 0 if less than 0.1. Gantry/Detector Tilt
    /// (0018,1120) is not used, because manufacturers do not agree on its sign.
    /// </summary>
    public double GantryTilt { get; internal init; }

    /// <summary>Whether the frames form whole volumes of evenly spaced slices.</summary>
    public bool IsRegular { get; internal init; }

    /// <summary>The number of missing slices between others.</summary>
    public long MissingSlices { get; internal init; }

    /// <summary>The numbers of the slices, from 1, after which slices are missing.</summary>
    public IReadOnlyList<int> MissingAfter { get; internal init; } = [];

    /// <summary>The number of slices of a segmentation that have no frame because they are all zero.</summary>
    public int AbsentFrames { get; internal init; }

    /// <summary>The number of frames left out with copies of files.</summary>
    public int DuplicateFrames { get; internal init; }

    /// <summary>The number of positions that have more frames than others.</summary>
    public int DuplicatePositions { get; internal init; }

    /// <summary>The smallest distance between slices, in mm; null with fewer than two.</summary>
    public double? MinGap { get; internal init; }

    /// <summary>The largest distance between slices, in mm; null with fewer than two.</summary>
    public double? MaxGap { get; internal init; }

    /// <summary>Spacing Between Slices (0018,0088) of the first frame in mm; null if missing.</summary>
    public double? SpacingDeclared { get; internal init; }

    /// <summary>The total size of the files in bytes.</summary>
    public long Length
    {
        get
        {
            long length = 0;
            foreach (DicomSeriesFile file in Files) length += file.Length;
            return length;
        }
    }

    /// <summary>The problems of the stack.</summary>
    public SeriesProblem Problem { get; internal init; }

    /// <summary>The files in the order of their first frames, each once.</summary>
    public IReadOnlyList<DicomSeriesFile> Files { get; internal init; } = [];

    /// <summary>The frames, volume by volume and slice by slice. If there are no whole volumes, slice by slice.</summary>
    public IReadOnlyList<DicomStackFrame> Frames { get; internal init; } = [];

    internal SeriesIdentity Identity { get; }

    /// <summary>The positions of the voxels; null without positions.</summary>
    internal StackGeometry? Geometry { get; init; }

    /// <summary>The size.</summary>
    public override string ToString() => Size;
}
