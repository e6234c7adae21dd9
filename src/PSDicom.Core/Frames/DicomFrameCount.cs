namespace PSDicom;

/// <summary>The number of frames of a file, and their format (PS3.3 sections C.7.6.3 and C.7.6.6).</summary>
public sealed class DicomFrameCount
{
    /// <summary>The file's full path; null for bytes in memory.</summary>
    public string? FullName { get; init; }

    /// <summary>The number of frames; 0 without pixel data.</summary>
    public int FrameCount { get; init; }

    /// <summary>The source of the number.</summary>
    public FrameCountSource Source { get; init; }

    /// <summary>Number of Frames (0028,0008) as the file declares it; null if it does not.</summary>
    public long? NumberOfFrames { get; init; }

    /// <summary>Rows of a frame, in pixels; null if the file does not say.</summary>
    public int? Rows { get; init; }

    /// <summary>Columns of a frame, in pixels; null if the file does not say.</summary>
    public int? Columns { get; init; }

    /// <summary>Samples of a pixel: 1 for grey, 3 for colour.</summary>
    public int? SamplesPerPixel { get; init; }

    /// <summary>Bits of a sample, used or not.</summary>
    public int? BitsAllocated { get; init; }

    /// <summary>Used bits of a sample.</summary>
    public int? BitsStored { get; init; }

    /// <summary>The photometric interpretation, such as <c>MONOCHROME2</c>.</summary>
    public string? PhotometricInterpretation { get; init; }

    /// <summary>The transfer syntax, which can be compared with its name, keyword or unique identifier.</summary>
    public DicomTransferSyntax? TransferSyntax { get; init; }

    /// <summary>The unique identifier of the transfer syntax.</summary>
    public string? TransferSyntaxUID { get; init; }

    /// <summary>The modality, such as <c>US</c>.</summary>
    public string? Modality { get; init; }

    /// <summary>The problem with the file's frames; null if there is none.</summary>
    public string? Warning { get; init; }
}
