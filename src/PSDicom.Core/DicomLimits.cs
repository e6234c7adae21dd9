namespace PSDicom;

/// <summary>
/// Limits that protect against malicious and damaged files. Each has its own <see cref="DicomErrorReason"/>. They are far beyond what devices
/// write.
/// </summary>
public static class DicomLimits
{
    /// <summary>The depth to which sequences may be nested (<see cref="DicomErrorReason.NestingTooDeep"/>); the standard's templates need a dozen.</summary>
    public const int MaxNesting = 512;

    /// <summary>
    /// The number of elements of a file, nested ones included (<see cref="DicomErrorReason.TooManyElements"/>); the largest whole-slide
    /// images have a few million.
    /// </summary>
    public const int MaxElements = 20_000_000;

    /// <summary>
    /// Bytes of memory that elements, items, fragments and inflated bytes of any file may take, however small it is. Larger files may take
    /// <see cref="MaxInMemoryPerByte"/> more for each byte that was read, and then a part of the memory that all files share
    /// (<see cref="SharedByFiles"/>).
    /// </summary>
    public const int MinimumInMemory = 4 << 20;

    /// <summary>
    /// Bytes of memory for each byte of a file that was read: an empty item of 8 bytes takes 144. Only deflated data sets can need more.
    /// </summary>
    public const int MaxInMemoryPerByte = 32;

    /// <summary>
    /// Bytes of memory beyond the files' own that all files in memory share (<see cref="DicomErrorReason.TooManyElements"/>): it bounds what many
    /// small files can take together.
    /// </summary>
    public const int SharedByFiles = 512 << 20;

    /// <summary>Bytes of <see cref="SharedByFiles"/> that one file may take.</summary>
    public const int MaxSharedByFile = 256 << 20;

    /// <summary>
    /// Steps that reading any file may take, however small it is: starts and ends of elements and items. Larger files may take
    /// <see cref="MaxStepsPerByte"/> more for each byte that was read (<see cref="DicomErrorReason.TooManyElements"/>).
    /// </summary>
    public const int MinimumSteps = 1 << 18;

    /// <summary>Steps for each byte that was read: without deflate, eight bytes take at most two.</summary>
    public const int MaxStepsPerByte = 3;

    /// <summary>Characters of header text in a picture. A file may have thousands of frames, and so of pictures with the same text.</summary>
    public const int MaxTextOfPicture = 64 << 10;

    /// <summary>
    /// Characters that the paths of all elements of a file may have together, however small it is. Larger files may have
    /// <see cref="MaxInPathsPerByte"/> more for each byte that was read (<see cref="DicomErrorReason.PathsTooLong"/>).
    /// </summary>
    public const int MinimumInPaths = 4 << 20;

    /// <summary>Characters of paths for each byte that was read: an element of a dozen bytes a dozen sequences deep has a path of some hundred.</summary>
    public const int MaxInPathsPerByte = 64;

    /// <summary>The most bytes that a deflated data set may inflate to (<see cref="DicomErrorReason.InflatesTooLarge"/>).</summary>
    public const int MaxInflated = 1 << 30;

    /// <summary>
    /// Bytes that any deflated data set may inflate to, however small it is. Larger ones may have <see cref="MaxInflatedPerByte"/> for each
    /// deflated byte (<see cref="DicomErrorReason.InflatesTooLarge"/>).
    /// </summary>
    public const int MinimumInflated = 128 << 20;

    /// <summary>Inflated bytes for each byte of a large deflated data set; the format allows 1032.</summary>
    public const int MaxInflatedPerByte = 256;

    /// <summary>The most bytes of a value or a frame: those of an array (<see cref="DicomErrorReason.ValueTooLarge"/>).</summary>
    public const long MaxArray = 0x7FFF_FFC7;

    /// <summary>
    /// Bytes that any decoded frame may have, however few compressed bytes it has: blank frames are compressed to next to nothing. Larger
    /// frames may have <see cref="MaxDecodedPerByte"/> for each compressed byte (<see cref="DicomErrorReason.FrameTooLarge"/>).
    /// </summary>
    public const int MinimumDecoded = 128 << 20;

    /// <summary>
    /// Decoded bytes for each byte of a large compressed frame. A blank pixel takes as little as a 64th of a byte in RLE, a 512th in
    /// JPEG, and any fraction in JPEG-LS and JPEG 2000; a pixel of a real image takes at least a 100th.
    /// </summary>
    public const int MaxDecodedPerByte = 1024;

    /// <summary>
    /// Bytes of memory that all frames being decoded share, beyond <see cref="MaxUncountedPerByte"/> for each of their bytes: once for their
    /// samples, and once for the work memory of decoding. A frame waits until enough is free.
    /// </summary>
    public const int SharedByFrames = 512 << 20;

    /// <summary>Bytes of memory for each byte of a frame that are not counted: real images are compressed less and never wait.</summary>
    public const int MaxUncountedPerByte = 32;

    /// <summary>
    /// Bytes of memory that decoding any frame may need, however few bytes it has: three times <see cref="MinimumDecoded"/>. Larger frames may
    /// need <see cref="MaxDecodedPerByte"/> more for each byte (<see cref="DicomErrorReason.FrameTooLarge"/>).
    /// </summary>
    public const int MinimumToDecode = 384 << 20;

    /// <summary>Bytes of a large native frame for each byte that a truncated file has of it (<see cref="DicomErrorReason.FrameTooLarge"/>).</summary>
    public const int MaxNativePerByte = 16;

    /// <summary>
    /// Steps that decoding any frame may take beyond its pixels, such as for packets and code-blocks of JPEG 2000, however few bytes it has.
    /// Larger frames may take <see cref="MaxWorkPerByte"/> more for each byte (<see cref="DicomErrorReason.TooMuchWork"/>).
    /// </summary>
    public const int MinimumWork = 1 << 22;

    /// <summary>Steps beyond its pixels for each byte of a frame.</summary>
    public const int MaxWorkPerByte = 256;

    /// <summary>
    /// Scans of a JPEG frame that are decoded; the rest is left out with a warning. Each scan passes over all pixels, however few bytes it has;
    /// encoders write a few dozen at most.
    /// </summary>
    public const int MaxScans = 256;

    /// <summary>
    /// Times that the scans of a JPEG frame may pass over all of its samples, however few bytes it has. Beyond that,
    /// <see cref="MaxPassedPerByte"/> samples are allowed for each byte; the remaining scans are left out with a warning. A progressive color image
    /// of ten scans needs five passes, a grey image as many as it has scans: a few dozen at most.
    /// </summary>
    public const int MaxPasses = 32;

    /// <summary>Samples that scans may pass over for each byte of a JPEG frame: one block.</summary>
    public const int MaxPassedPerByte = 64;

    /// <summary>
    /// Different values of several frames that are counted together (<see cref="DicomErrorReason.TooManyValues"/>): 256 MiB of values and their
    /// counts. 16-bit values never reach the limit, unless each frame has its own slope.
    /// </summary>
    public const int MaxCountedValues = 1 << 24;

    /// <summary>Warnings of a file, and of each of its frames; the last one says that there are more.</summary>
    public const int MaxWarnings = 1000;

    /// <summary>Bytes of a text whose characters and form a test of its file checks: longer ones are documents, not values.</summary>
    public const int MaxCheckedText = 16 << 20;

    /// <summary>Findings of each kind that a test of a file lists; one more says how many there are beyond. A damaged file may have millions.</summary>
    public const int MaxFindingsOfKind = 20;

    /// <summary>Width and height of a picture in pixels (<see cref="DicomErrorReason.PictureNotSupported"/>): the limit of DICOM and most formats.</summary>
    public const int MaxPictureSide = ushort.MaxValue;

    /// <summary>The most bytes of a picture's samples (<see cref="DicomErrorReason.PictureNotSupported"/>).</summary>
    public const int MaxPicture = 1 << 30;

    /// <summary>
    /// Frames of a file that is sorted into a series (<see cref="DicomErrorReason.TooMuchWork"/>): each takes some memory, however few bytes its pixels
    /// have. Whole-slide images have a few hundred thousand.
    /// </summary>
    public const int MaxSortedFrames = 1 << 20;
}
