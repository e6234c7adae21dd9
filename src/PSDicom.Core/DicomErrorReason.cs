namespace PSDicom;

/// <summary>The reason for which something could not be read or written. Each is also the id of an error record.</summary>
public enum DicomErrorReason
{
    /// <summary>The file has no bytes.</summary>
    EmptyFile,

    /// <summary>Nothing at the start of the file looks like DICOM.</summary>
    NotDicom,

    /// <summary>Sequences are nested deeper than <see cref="DicomLimits.MaxNesting"/>.</summary>
    NestingTooDeep,

    /// <summary>The file has too many elements, or they need too much memory or too many steps to read.</summary>
    TooManyElements,

    /// <summary>The paths of deeply nested elements are far longer together than the file.</summary>
    PathsTooLong,

    /// <summary>The deflated data set cannot be inflated.</summary>
    InvalidDeflate,

    /// <summary>The deflated data set inflates to more than the limit.</summary>
    InflatesTooLarge,

    /// <summary>The value lies beyond the end of the file, or the file changed since its header was read.</summary>
    ValueNotAvailable,

    /// <summary>The value is larger than an array can be.</summary>
    ValueTooLarge,

    /// <summary>The declared size of a frame is far too large for its bytes.</summary>
    FrameTooLarge,

    /// <summary>A frame needs far too much work for its bytes.</summary>
    TooMuchWork,

    /// <summary>A compressed frame cannot be decoded.</summary>
    InvalidCodestream,

    /// <summary>The transfer syntax, or the actual compression of a frame, cannot be decoded.</summary>
    UnsupportedTransferSyntax,

    /// <summary>The transfer syntax to write does not allow pixel data of this format (PS3.5 section 8.2).</summary>
    PixelFormatNotAllowed,

    /// <summary>Lossy compression is refused, because the values of the pixels are labels or quantities.</summary>
    LossNotAllowed,

    /// <summary>Lossy compression is refused, because the image was compressed with loss before.</summary>
    RepeatedLoss,

    /// <summary>A frame lacks samples or is doubtful, so that it is not converted.</summary>
    FrameDamaged,

    /// <summary>The file has no pixel data.</summary>
    NoPixelData,

    /// <summary>The pixel data contradict the data set, or their format is not specified.</summary>
    InvalidPixelData,

    /// <summary>The boundaries of the frames in the pixel data are unknown.</summary>
    FramesNotSeparable,

    /// <summary>There is no frame with the requested number.</summary>
    FrameNotFound,

    /// <summary>The region is not within the frame.</summary>
    RegionNotFound,

    /// <summary>The frames have too many different values together (<see cref="DicomLimits.MaxCountedValues"/>).</summary>
    TooManyValues,

    /// <summary>A tag or keyword is unknown.</summary>
    UnknownTag,

    /// <summary>A tag path is malformed.</summary>
    InvalidTagPath,

    /// <summary>A character set is unknown.</summary>
    UnknownCharacterSet,

    /// <summary>No transfer syntax that can be written is called so.</summary>
    UnknownTransferSyntax,

    /// <summary>A color map is unknown.</summary>
    UnknownColorMap,

    /// <summary>A window is malformed or impossible.</summary>
    InvalidWindow,

    /// <summary>The file does not have the requested window.</summary>
    WindowNotFound,

    /// <summary>The picture format cannot store the picture.</summary>
    PictureNotSupported,

    /// <summary>The images have no position in space and form no volume.</summary>
    NoGeometry,

    /// <summary>Slices of a volume are missing, not evenly spaced, or not equally many at each position.</summary>
    IrregularSlices,

    /// <summary>Some frames of a volume have a rescale slope, and others have none.</summary>
    MissingRescale,

    /// <summary>The volume format cannot store the volume.</summary>
    VolumeNotSupported,

    /// <summary>A template for file names is malformed.</summary>
    InvalidNameTemplate,

    /// <summary>The file to write already exists.</summary>
    TargetExists,

    /// <summary>Two pictures of one call have the same name.</summary>
    TargetNotUnique,

    /// <summary>The file to write would lie outside the destination folder.</summary>
    TargetOutsideDestination,

    /// <summary>A file to move was copied, but the original cannot be deleted.</summary>
    SourceNotRemoved,

    /// <summary>The HTML page would be larger than the limit.</summary>
    PageTooLarge,

    /// <summary>The file ends within a value, so that it cannot be rewritten without loss.</summary>
    Truncated,

    /// <summary>The file is a directory of other files (DICOMDIR), whose offsets a change would break.</summary>
    DirectoryNotEditable,

    /// <summary>An element to change occurs more than once in one data set.</summary>
    DuplicateElement,

    /// <summary>An element, an item or a value to change does not exist and cannot be made.</summary>
    ElementNotFound,

    /// <summary>A value does not fit its element.</summary>
    InvalidValue,

    /// <summary>A text has characters that the character set of the file does not contain, or bytes that it does not define.</summary>
    NotInCharacterSet,

    /// <summary>The value representation of an element is unknown.</summary>
    UnknownVR,

    /// <summary>The block of a private element has no creator.</summary>
    NoPrivateCreator,

    /// <summary>A file cannot be rewritten so that it reads as intended.</summary>
    RewriteFailed,

    /// <summary>Another program has changed the file meanwhile.</summary>
    FileChanged,

    /// <summary>The file is marked as read-only.</summary>
    FileReadOnly,

    /// <summary>The file has other names (hard links), which would keep the old content.</summary>
    FileHasLinks,

    /// <summary>A table of values has no row for the file.</summary>
    NotInMap,

    /// <summary>The file is a structured report, which is not de-identified without cleaning its content.</summary>
    StructuredContentNotCleaned,

    /// <summary>The file is an encapsulated document (PDF, CDA, a model), whose content cannot be de-identified.</summary>
    DocumentNotCleaned,

    /// <summary>The file is a presentation state, which is not de-identified without cleaning its graphics.</summary>
    GraphicsNotCleaned,

    /// <summary>The file is of a SOP class of a vendor, of which no table says where identities are.</summary>
    PrivateObjectNotCleaned,

    /// <summary>The image may have text in its pixels that identifies the patient.</summary>
    BurnedInPossible,

    /// <summary>The ultrasound regions of an image do not say what of it is kept: one is incomplete, empty or outside of it.</summary>
    UltrasoundRegionInvalid,

    /// <summary>An image in a sequence may have text in its pixels; only those of the file itself are cleaned.</summary>
    NestedPixelsNotCleaned,

    /// <summary>Pixels that are floating-point numbers are not made black: no value of theirs is black.</summary>
    FloatPixelsNotCleaned,
}
