using System;

namespace PSDicom;

/// <summary>The problems of a series or a stack of images, which can be combined.</summary>
[Flags]
public enum SeriesProblem
{
    /// <summary>No problem was found.</summary>
    None = 0,

    /// <summary>The files have no Series Instance UID (0020,000E). They are grouped by study, modality and series number.</summary>
    NoSeriesUID = 1,

    /// <summary>Files of one series have different patient IDs (0010,0020).</summary>
    MixedPatients = 1 << 1,

    /// <summary>Some files are copies of others, byte for byte. One of each is used.</summary>
    DuplicateFiles = 1 << 2,

    /// <summary>Files share a SOP Instance UID (0008,0018), which must be unique, but have different bytes. All of them are used.</summary>
    SameUIDOtherContent = 1 << 3,

    /// <summary>CT, MR or PET images have no valid position, orientation or pixel spacing.</summary>
    NoPosition = 1 << 4,

    /// <summary>Slices are missing: some gaps between slices are whole multiples of the usual gap.</summary>
    MissingSlices = 1 << 5,

    /// <summary>The gaps between slices differ, and missing slices do not explain it.</summary>
    UnevenSpacing = 1 << 6,

    /// <summary>Some positions have more frames than others, so that the frames do not form whole volumes.</summary>
    UnevenVolumes = 1 << 7,

    /// <summary>Slices are shifted within their planes by different amounts, so that they do not form a volume with straight edges.</summary>
    ShiftedSlices = 1 << 8,

    /// <summary>Spacing Between Slices (0018,0088) contradicts the positions. The positions are used.</summary>
    SpacingContradicted = 1 << 9,

    /// <summary>The slice spacing is unknown. Slice Thickness (0018,0050) is used, or else 1 mm.</summary>
    SpacingGuessed = 1 << 10,

    /// <summary>
    /// The image is a mosaic of slices, but the file is incomplete. If the number of slices is missing, the mosaic is treated as one image. If the
    /// slice direction is missing, row x column is used.
    /// </summary>
    UnknownMosaic = 1 << 11,

    /// <summary>The frame positions in the file contradict each other, or some frames have none.</summary>
    PositionsContradicted = 1 << 12,

    /// <summary>Positions are in device coordinates, not in patient coordinates. Orientation therefore does not apply to the patient.</summary>
    NotPatientCoordinates = 1 << 13,

    /// <summary>Number of Frames (0028,0008) differs from the number of frames in the pixel data. The frames in the pixel data are used.</summary>
    FramesContradicted = 1 << 14,
}
