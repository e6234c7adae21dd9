using System;
using System.Collections.Generic;

namespace PSDicom;

/// <summary>A file that was converted to another transfer syntax, in its place or as a copy, or that stayed as it was.</summary>
public sealed class DicomConversion
{
    private readonly IReadOnlyList<DicomWarning> _warnings;

    internal DicomConversion(string path, string source, IReadOnlyList<DicomWarning> warnings)
    {
        FullName = path;
        Source = source;
        _warnings = warnings;
    }

    /// <summary>The file as it is now.</summary>
    public string FullName { get; }

    /// <summary>The file that was read; the same, if it was converted in its place.</summary>
    public string Source { get; }

    /// <summary>Whether the file is another one. One that had the transfer syntax, or would not become smaller, is left or copied as it is.</summary>
    public bool IsChanged { get; internal init; }

    /// <summary>The transfer syntax of the file that was read.</summary>
    public required DicomTransferSyntax SourceTransferSyntax { get; init; }

    /// <summary>The transfer syntax of the file now.</summary>
    public required DicomTransferSyntax TransferSyntax { get; init; }

    /// <summary>Whether the pixels lost something in this conversion.</summary>
    public bool IsLossy { get; internal init; }

    /// <summary>The number of frames; 0 without pixel data.</summary>
    public int FrameCount { get; internal init; }

    /// <summary>The size in bytes of the file that was read.</summary>
    public long SourceLength { get; internal init; }

    /// <summary>The size of the file now, in bytes.</summary>
    public long Length { get; internal init; }

    /// <summary>How many times smaller the file is now.</summary>
    public double Ratio => Length == 0 ? 1 : Math.Round((double)SourceLength / Length, 3);

    /// <summary>The time that it took.</summary>
    public TimeSpan Duration { get; internal init; }

    /// <summary>The old file, if it was kept; else null.</summary>
    public string? BackupName { get; internal init; }

    /// <summary>What the user should know about the conversion.</summary>
    public IReadOnlyList<DicomWarning> GetWarnings() => _warnings;

    /// <summary>The path.</summary>
    public override string ToString() => FullName;
}
