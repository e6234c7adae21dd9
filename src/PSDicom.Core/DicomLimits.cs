namespace PSDicom;

/// <summary>
/// What no file passes, however it is made. Each has its own <see cref="DicomErrorReason"/>. They are far beyond what devices write;
/// what has to be refused within them would be files that somebody made to hurt.
/// </summary>
public static class DicomLimits
{
    /// <summary>How deep sequences may be nested (<see cref="DicomErrorReason.NestingTooDeep"/>); the standard's templates need a dozen.</summary>
    public const int DeepestNesting = 512;

    /// <summary>
    /// How many elements a file may have, nested ones included (<see cref="DicomErrorReason.TooManyElements"/>); the largest whole-slide
    /// images have a few million.
    /// </summary>
    public const int MaxElements = 20_000_000;

    /// <summary>
    /// Bytes of memory that elements, items, fragments and inflated bytes of a file may take however small it is. Beyond them they may take
    /// <see cref="MaxInMemoryPerByte"/> for each byte of the file that was read, and then of what all files share
    /// (<see cref="SharedByFiles"/>).
    /// </summary>
    public const int MinimumInMemory = 4 << 20;

    /// <summary>
    /// Bytes of memory that each byte that was read of a file may cause: an empty item of 8 bytes takes 144. Only what is deflated can take more,
    /// and does where it repeats itself.
    /// </summary>
    public const int MaxInMemoryPerByte = 32;

    /// <summary>
    /// Bytes of memory that all files of the process which are read at a time have together for what goes beyond their own bytes: more is
    /// refused (<see cref="DicomErrorReason.TooManyElements"/>), however many small files there are.
    /// </summary>
    public const int SharedByFiles = 512 << 20;

    /// <summary>Bytes of <see cref="SharedByFiles"/> that one file may take.</summary>
    public const int MaxSharedByFile = 256 << 20;

    /// <summary>
    /// Steps from element to element that reading a file may take however small it is: beginnings and ends of elements and items. Beyond them it
    /// may take <see cref="MaxStepsPerByte"/> for each byte that was read (<see cref="DicomErrorReason.TooManyElements"/>).
    /// </summary>
    public const int MinimumSteps = 1 << 18;

    /// <summary>Steps for each byte that was read: without deflate, eight bytes take two of them at most.</summary>
    public const int MaxStepsPerByte = 3;

    /// <summary>Characters of header text in a picture. A file may have thousands of frames, and so of pictures with the same text.</summary>
    public const int MaxTextOfPicture = 64 << 10;

    /// <summary>
    /// Characters that the paths of a file's elements may have together however small it is. Beyond them they may have
    /// <see cref="MaxInPathsPerByte"/> for each byte that was read (<see cref="DicomErrorReason.PathsTooLong"/>).
    /// </summary>
    public const int MinimumInPaths = 4 << 20;

    /// <summary>Characters of paths for each byte that was read: an element of a dozen bytes a dozen sequences deep has a path of some hundred.</summary>
    public const int MaxInPathsPerByte = 64;

    /// <summary>The most bytes that a deflated data set may inflate to (<see cref="DicomErrorReason.InflatesTooLarge"/>).</summary>
    public const int LargestInflated = 1 << 30;

    /// <summary>
    /// Bytes that a deflated data set may inflate to however small it is. Beyond them it may have <see cref="MaxInflatedPerByte"/> for each
    /// byte that is there (<see cref="DicomErrorReason.InflatesTooLarge"/>).
    /// </summary>
    public const int AlwaysInflated = 128 << 20;

    /// <summary>Bytes that each byte of a large deflated data set may inflate to; deflate itself could do 1032.</summary>
    public const int MaxInflatedPerByte = 256;

    /// <summary>The most bytes of a value or frame, which are those of an array (<see cref="DicomErrorReason.ValueTooLarge"/>).</summary>
    public const long MaxArray = 0x7FFF_FFC7;

    /// <summary>
    /// Bytes that a decoded frame may have however few are there of it: blank frames are compressed to next to nothing. Beyond them it may
    /// have <see cref="MaxDecodedPerByte"/> for each byte that is there (<see cref="DicomErrorReason.FrameTooLarge"/>).
    /// </summary>
    public const int MinimumDecoded = 128 << 20;

    /// <summary>
    /// Bytes that each byte of a large compressed frame may be decoded to. Blank pixels take as little as a 64th of a byte in RLE, a 512th in
    /// JPEG, and any fraction in JPEG-LS and JPEG 2000; images, a 100th at the very least.
    /// </summary>
    public const int MaxDecodedPerByte = 1024;

    /// <summary>
    /// Bytes of memory that all frames of the process which are decoded at a time have together beyond <see cref="MaxUncountedPerByte"/> for
    /// each of their own bytes: once for their samples, and once for what decoding needs. A frame waits until there are enough.
    /// </summary>
    public const int SharedByFrames = 512 << 20;

    /// <summary>Bytes of memory for each byte of a frame that are not counted: images are compressed less, and wait for nobody.</summary>
    public const int MaxUncountedPerByte = 32;

    /// <summary>
    /// Bytes of memory that decoding a frame may need however few bytes there are of it, three times the largest frame of
    /// <see cref="MinimumDecoded"/>. Beyond them it may need <see cref="MaxDecodedPerByte"/> for each byte (<see cref="DicomErrorReason.FrameTooLarge"/>).
    /// </summary>
    public const int MinimumToDecode = 384 << 20;

    /// <summary>Bytes that a large native frame may have for each that is there, as a file may be cut off (<see cref="DicomErrorReason.FrameTooLarge"/>).</summary>
    public const int MaxNativePerByte = 16;

    /// <summary>
    /// Steps that decoding a frame may take beyond its pixels, such as for packets and code-blocks of JPEG 2000, however few bytes there are.
    /// Beyond them it may take <see cref="MaxWorkPerByte"/> for each byte (<see cref="DicomErrorReason.TooMuchWork"/>).
    /// </summary>
    public const int MinimumWork = 1 << 22;

    /// <summary>Steps beyond its pixels that each byte of a frame may cause.</summary>
    public const int MaxWorkPerByte = 256;

    /// <summary>
    /// Scans of a JPEG frame that are decoded; the rest is left out with a warning. Each goes over all pixels, whatever it has of bytes, and
    /// encoders make a few dozen at most.
    /// </summary>
    public const int MaxScans = 256;

    /// <summary>
    /// How often scans of a JPEG frame may go over all of its samples, however few bytes there are. Beyond that, each byte may be worth
    /// <see cref="MaxPassedPerByte"/> samples; the scans that are left are left out with a warning. A progressive image of ten scans goes over
    /// them five times, one of grey in which there are a few dozen scans as often as these are.
    /// </summary>
    public const int MaxPasses = 32;

    /// <summary>Samples that scans may go over for each byte of a JPEG frame: a block of them for each.</summary>
    public const int MaxPassedPerByte = 64;

    /// <summary>Warnings that are kept of a file, and of each of its frames; that there are more is the last of them.</summary>
    public const int MaxWarnings = 1000;

    /// <summary>Pixels of a picture each way (<see cref="DicomErrorReason.PictureNotSupported"/>): as many as DICOM and most formats can tell.</summary>
    public const int MaxPictureSide = ushort.MaxValue;

    /// <summary>The most bytes of a picture's samples (<see cref="DicomErrorReason.PictureNotSupported"/>).</summary>
    public const int MaxPicture = 1 << 30;
}
