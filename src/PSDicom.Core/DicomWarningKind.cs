namespace PSDicom;

/// <summary>
/// The kinds of warnings about files. Each is also the id of a finding of <c>Test-DicomFile</c>, except those of work on files that are not wrong.
/// </summary>
internal enum DicomWarningKind
{
    /// <summary>A remark about the work on a file.</summary>
    None,

    /// <summary>The file ends before its last element does.</summary>
    Truncated,

    /// <summary>Bytes after the last element are not an element.</summary>
    TrailingData,

    /// <summary>The end of the file is zeros where data should be.</summary>
    ZeroFilledEnd,

    /// <summary>The deflated data set cannot be inflated to its end.</summary>
    DeflateDamaged,

    /// <summary>The file changed while it was being read.</summary>
    FileChanged,

    /// <summary>There are more problems than are listed.</summary>
    FurtherProblems,

    /// <summary>The data set is encoded in another way than the transfer syntax says.</summary>
    TransferSyntaxWrong,

    /// <summary>Elements are not encoded as the others.</summary>
    MixedEncoding,

    /// <summary>File meta information lies within the data set.</summary>
    FileMetaInDataset,

    /// <summary>Elements have a value representation that does not exist.</summary>
    VRUnknown,

    /// <summary>Lengths have 16 bits where they should have 32.</summary>
    LengthTooShort,

    /// <summary>The length of a value, an item or a sequence contradicts what contains it.</summary>
    LengthContradiction,

    /// <summary>A delimiter is unexpected.</summary>
    DelimiterUnexpected,

    /// <summary>A delimiter is missing.</summary>
    DelimiterMissing,

    /// <summary>An item is outside any sequence.</summary>
    StrayItem,

    /// <summary>A value that is not a sequence contains items.</summary>
    ItemsUnexpected,

    /// <summary>A sequence contains bytes that are not items.</summary>
    ItemsMissing,

    /// <summary>Zeros lie between elements.</summary>
    ZeroBytes,

    /// <summary>An element occurs more than once.</summary>
    DuplicateElement,

    /// <summary>The declared character set does not exist.</summary>
    CharacterSetUnknown,

    /// <summary>The number of frames contradicts the pixel data.</summary>
    FrameCountWrong,

    /// <summary>Bytes of native pixel data are missing.</summary>
    PixelDataShort,

    /// <summary>Rows or columns contradict the codestream.</summary>
    CodestreamSize,

    /// <summary>Samples per Pixel contradicts the codestream.</summary>
    CodestreamSamples,

    /// <summary>Bits Stored contradicts the codestream.</summary>
    CodestreamBits,

    /// <summary>Photometric Interpretation contradicts the codestream.</summary>
    CodestreamColor,

    /// <summary>The end marker of a codestream is missing; its samples are not.</summary>
    CodestreamEnd,

    /// <summary>A frame was decoded with losses, or with a doubt.</summary>
    FrameDamaged,
}
