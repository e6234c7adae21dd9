using System;
using System.Collections.Generic;
using System.Globalization;
using PSDicom.Volumes;

namespace PSDicom;

/// <summary>
/// Frames of a series that belong together in space: parallel slices of one size, or several volumes of them at one place; or images
/// without a place.
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

    /// <summary>Study Date (0008,0020); null if there is none.</summary>
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

    /// <summary>How many stacks the series has.</summary>
    public int StackCount { get; internal set; } = 1;

    /// <summary>What tells the stack from the others of its series, such as <c>EchoTime 4.92, ComplexPart P</c>; null if it is the only one.</summary>
    public string? SplitBy { get; internal set; }

    /// <summary>Whether it is a volume, one slice, or images without a place.</summary>
    public StackKind Kind { get; internal init; }

    /// <summary>How many files have frames of it.</summary>
    public int FileCount => Files.Count;

    /// <summary>How many frames it has; a mosaic of many slices is one.</summary>
    public int FrameCount => Frames.Count;

    /// <summary>Columns of a slice.</summary>
    public int Columns { get; internal init; }

    /// <summary>Rows of a slice.</summary>
    public int Rows { get; internal init; }

    /// <summary>How many slices a volume has; of images without a place, how many there are.</summary>
    public int Slices { get; internal init; }

    /// <summary>How many volumes lie at the same place; where they do not come out even, as many as the position with most frames has.</summary>
    public int Volumes { get; internal init; }

    /// <summary>Columns, rows, slices and, if there are several, volumes: <c>512x512x140</c>.</summary>
    public string Size =>
        string.Format(CultureInfo.InvariantCulture, Volumes > 1 ? "{0}x{1}x{2}x{3}" : "{0}x{1}x{2}", Columns, Rows, Slices, Volumes);

    /// <summary>
    /// How far voxels are apart in mm: along a row, along a column, and from slice to slice. The last is by the positions; of tilted slices
    /// it is the way from one to the next, which is longer than their distance. Of uneven slices it is the mean. Null without a place.
    /// </summary>
    public IReadOnlyList<double>? Spacing { get; internal init; }

    /// <summary>Where the center of the first voxel lies, in mm: to the left, to the back, to the head (PS3.3 section C.7.6.2.1.1). Null without a place.</summary>
    public IReadOnlyList<double>? Origin { get; internal init; }

    /// <summary>How the slices lie in the patient.</summary>
    public SliceOrientation Orientation { get; internal init; }

    /// <summary>
    /// By how many degrees the way from slice to slice leans from the perpendicular, by the positions; 0 if less than 0.1. Gantry/Detector
    /// Tilt (0018,1120) is not used, as makers do not agree on its sign.
    /// </summary>
    public double GantryTilt { get; internal init; }

    /// <summary>Whether the frames are one or several whole volumes of evenly spaced slices.</summary>
    public bool IsRegular { get; internal init; }

    /// <summary>How many slices are missing between others.</summary>
    public long MissingSlices { get; internal init; }

    /// <summary>Behind which slices others are missing, from 1.</summary>
    public IReadOnlyList<int> MissingAfter { get; internal init; } = [];

    /// <summary>How many slices of a segmentation are all zero and therefore have no frame.</summary>
    public int AbsentFrames { get; internal init; }

    /// <summary>How many frames are left out because they are in copies of files, byte for byte.</summary>
    public int DuplicateFrames { get; internal init; }

    /// <summary>How many positions have more frames than others.</summary>
    public int DuplicatePositions { get; internal init; }

    /// <summary>The smallest distance between slices, in mm; null with fewer than two.</summary>
    public double? MinGap { get; internal init; }

    /// <summary>The largest distance between slices, in mm; null with fewer than two.</summary>
    public double? MaxGap { get; internal init; }

    /// <summary>Spacing Between Slices (0018,0088) as the first frame has it, in mm; null if it has none.</summary>
    public double? SpacingDeclared { get; internal init; }

    /// <summary>The size of its files together, in bytes.</summary>
    public long Length
    {
        get
        {
            long length = 0;
            foreach (DicomSeriesFile file in Files) length += file.Length;
            return length;
        }
    }

    /// <summary>What is wrong with it.</summary>
    public SeriesProblem Problem { get; internal init; }

    /// <summary>Its files in the order of their first frames, each once.</summary>
    public IReadOnlyList<DicomSeriesFile> Files { get; internal init; } = [];

    /// <summary>Its frames, volume by volume and slice by slice; where there are no whole volumes, slice by slice.</summary>
    public IReadOnlyList<DicomStackFrame> Frames { get; internal init; } = [];

    internal SeriesIdentity Identity { get; }

    /// <summary>Where its voxels lie; null without a place.</summary>
    internal StackGeometry? Geometry { get; init; }

    /// <summary>Its size.</summary>
    public override string ToString() => Size;
}
