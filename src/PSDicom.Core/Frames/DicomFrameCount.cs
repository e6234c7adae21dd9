namespace PSDicom;

/// <summary>How many frames a file has, and of what kind (PS3.3 sections C.7.6.3 and C.7.6.6).</summary>
public sealed class DicomFrameCount
{
    /// <summary>The file's full path; null for bytes in memory.</summary>
    public string? FullName { get; init; }

    /// <summary>How many frames there are; 0 without pixel data.</summary>
    public int FrameCount { get; init; }

    /// <summary>How the number was found.</summary>
    public FrameCountSource Source { get; init; }

    /// <summary>Number of Frames (0028,0008) as the file declares it; null if it does not.</summary>
    public long? NumberOfFrames { get; init; }

    /// <summary>Rows of a frame, in pixels; null if the file does not say.</summary>
    public int? Rows { get; init; }

    /// <summary>Columns of a frame, in pixels; null if the file does not say.</summary>
    public int? Columns { get; init; }

    /// <summary>Samples of a pixel: 1 for grey, 3 for colour.</summary>
    public int? SamplesPerPixel { get; init; }

    /// <summary>Bits that a sample takes.</summary>
    public int? BitsAllocated { get; init; }

    /// <summary>Bits of a sample that are used.</summary>
    public int? BitsStored { get; init; }

    /// <summary>What the samples mean, such as <c>MONOCHROME2</c>.</summary>
    public string? PhotometricInterpretation { get; init; }

    /// <summary>The transfer syntax, which equals its name, its keyword and its unique identifier.</summary>
    public DicomTransferSyntax? TransferSyntax { get; init; }

    /// <summary>The unique identifier of the transfer syntax.</summary>
    public string? TransferSyntaxUID { get; init; }

    /// <summary>The kind of device, such as <c>US</c>.</summary>
    public string? Modality { get; init; }

    /// <summary>What the file has wrong about its frames; null if nothing.</summary>
    public string? Warning { get; init; }
}
