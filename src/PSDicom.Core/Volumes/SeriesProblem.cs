using System;

namespace PSDicom;

/// <summary>What is wrong with a series or a stack of images. Several may be at once.</summary>
[Flags]
public enum SeriesProblem
{
    /// <summary>Nothing was found.</summary>
    None = 0,

    /// <summary>The files have no Series Instance UID (0020,000E); they are put together by study, modality and series number.</summary>
    NoSeriesUID = 1,

    /// <summary>Files of one series name different patients by Patient ID (0010,0020).</summary>
    MixedPatients = 1 << 1,

    /// <summary>Files are there more than once, byte for byte; one of each is used.</summary>
    DuplicateFiles = 1 << 2,

    /// <summary>Files have the same SOP Instance UID (0008,0018), which has to be unique, but not the same bytes; all of them are used.</summary>
    SameUIDOtherContent = 1 << 3,

    /// <summary>Images of a kind that lies in the patient (CT, MR, PET, ...) have no position, orientation or pixel spacing that can be used.</summary>
    NoPosition = 1 << 4,

    /// <summary>Slices are missing: gaps between slices are whole multiples of the usual one.</summary>
    MissingSlices = 1 << 5,

    /// <summary>The gaps between slices differ, and not because slices are missing.</summary>
    UnevenSpacing = 1 << 6,

    /// <summary>Some positions have more frames than others, so that the stack is not a whole number of volumes.</summary>
    UnevenVolumes = 1 << 7,

    /// <summary>Slices are shifted against each other within their planes, each differently, so that they form no straight-edged volume.</summary>
    ShiftedSlices = 1 << 8,

    /// <summary>Spacing Between Slices (0018,0088) is not the distance that the positions have; the positions count.</summary>
    SpacingContradicted = 1 << 9,

    /// <summary>The distance between slices is not told; Slice Thickness (0018,0050), or else 1 mm, is taken for it.</summary>
    SpacingGuessed = 1 << 10,

    /// <summary>
    /// The image is a mosaic of slices, but the file does not tell how many, so that it is taken for one image; or not in which direction
    /// they follow each other, so that the direction of row x column is taken.
    /// </summary>
    UnknownMosaic = 1 << 11,

    /// <summary>What the file says about where its frames lie contradicts itself, or is not said of all of them.</summary>
    PositionsContradicted = 1 << 12,

    /// <summary>Positions are in the coordinates of the device's volume, not in those of the patient, so that Orientation tells nothing about the patient.</summary>
    NotPatientCoordinates = 1 << 13,

    /// <summary>Number of Frames (0028,0008) is not the number of frames that the pixel data hold; those that are there are used.</summary>
    FramesContradicted = 1 << 14,
}
