using System.Collections.Generic;

namespace PSDicom;

/// <summary>The hash of a frame's stored values, to compare the decoding of toolkits.</summary>
public sealed class DicomFrameHash
{
    /// <summary>The file's full path; null for bytes in memory.</summary>
    public required string? FullName { get; init; }

    /// <summary>The number of the frame, from 1.</summary>
    public required int Frame { get; init; }

    /// <summary>SHA-256 in lower-case hexadecimal digits.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The number of hashed bytes.</summary>
    public required long Length { get; init; }

    /// <summary>The photometric interpretation of the decoded samples.</summary>
    public required string? PhotometricInterpretation { get; init; }

    /// <summary>The smallest sample.</summary>
    public required double Minimum { get; init; }

    /// <summary>The largest sample.</summary>
    public required double Maximum { get; init; }

    /// <summary>The problems of this frame, and how they were handled.</summary>
    public required IReadOnlyList<DicomWarning> Warnings { get; init; }
}
