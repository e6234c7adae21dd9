namespace PSDicom;

/// <summary>Why something could not be read or written. Each is also the id of an error record.</summary>
public enum DicomErrorReason
{
    /// <summary>The file has no bytes.</summary>
    EmptyFile,

    /// <summary>Nothing at the start of the file looks like DICOM.</summary>
    NotDicom,

    /// <summary>Sequences are nested deeper than the reader follows.</summary>
    NestingTooDeep,

    /// <summary>There are more elements than the reader takes.</summary>
    TooManyElements,

    /// <summary>The elements lie in so many sequences that their paths are far more text than the file has bytes.</summary>
    PathsTooLong,

    /// <summary>The deflated part cannot be inflated.</summary>
    InvalidDeflate,

    /// <summary>The deflated part inflates to more than the reader takes.</summary>
    InflatesTooLarge,

    /// <summary>The value lies beyond the end of the file, or the file changed since its header was read.</summary>
    ValueNotAvailable,

    /// <summary>The value is larger than an array can be.</summary>
    ValueTooLarge,

    /// <summary>A frame claims to be far larger than the bytes that there are of it can be.</summary>
    FrameTooLarge,

    /// <summary>A frame asks for far more work than the bytes that there are of it can be worth.</summary>
    TooMuchWork,

    /// <summary>A compressed frame cannot be decoded.</summary>
    InvalidCodestream,

    /// <summary>The transfer syntax, or what a frame turns out to be compressed with, is one that is not decoded.</summary>
    UnsupportedTransferSyntax,

    /// <summary>The file has no pixel data.</summary>
    NoPixelData,

    /// <summary>The pixel data cannot be what the data set says of them, or it does not say enough.</summary>
    InvalidPixelData,

    /// <summary>Which bytes of the pixel data are which frame cannot be told, of any of them.</summary>
    FramesNotSeparable,

    /// <summary>There is no frame of the number that was asked for.</summary>
    FrameNotFound,

    /// <summary>A named tag or keyword is not known.</summary>
    UnknownTag,

    /// <summary>A named tag path cannot be understood.</summary>
    InvalidTagPath,

    /// <summary>A named character set is not known.</summary>
    UnknownCharacterSet,

    /// <summary>A named colour map is not known.</summary>
    UnknownColorMap,

    /// <summary>What was named as a window cannot be one.</summary>
    InvalidWindow,

    /// <summary>A window that was asked for is not among those of the file.</summary>
    WindowNotFound,

    /// <summary>A format of picture files cannot hold the picture.</summary>
    PictureNotSupported,

    /// <summary>The images have no position in space, so that they form no volume.</summary>
    NoGeometry,

    /// <summary>Slices of a volume are missing, not evenly spaced, or not as many at each position.</summary>
    IrregularSlices,

    /// <summary>Some frames of a volume tell what their stored values stand for, and others do not.</summary>
    MissingRescale,

    /// <summary>A format of files of volumes cannot hold the volume.</summary>
    VolumeNotSupported,

    /// <summary>A template for the names of files cannot be understood.</summary>
    InvalidNameTemplate,

    /// <summary>The file that is to be written exists already.</summary>
    TargetExists,

    /// <summary>Two pictures of one call have the same name.</summary>
    TargetNotUnique,

    /// <summary>The file that is to be written would not be in the folder that was named for it.</summary>
    TargetOutsideDestination,
}
