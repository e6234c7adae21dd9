using System.Collections.Generic;

namespace PSDicom;

/// <summary>A frame's stored values by their hash, to compare what toolkits decode.</summary>
public sealed class DicomFrameHash
{
    /// <summary>The file's full path; null for bytes in memory.</summary>
    public required string? FullName { get; init; }

    /// <summary>The number of the frame, from 1.</summary>
    public required int Frame { get; init; }

    /// <summary>SHA-256 in lower-case hexadecimal digits.</summary>
    public required string Sha256 { get; init; }

    /// <summary>How many bytes were hashed.</summary>
    public required long Length { get; init; }

    /// <summary>What the samples mean, once decoded.</summary>
    public required string? PhotometricInterpretation { get; init; }

    /// <summary>The smallest sample.</summary>
    public required double Minimum { get; init; }

    /// <summary>The largest sample.</summary>
    public required double Maximum { get; init; }

    /// <summary>What the file has wrong about this frame, and what was done.</summary>
    public required IReadOnlyList<DicomWarning> Warnings { get; init; }
}
