using System.Collections.Generic;

namespace PSDicom;

/// <summary>What a test of a file found, as numbers.</summary>
public sealed class DicomTestResult
{
    private readonly IReadOnlyList<DicomFinding> _findings;

    internal DicomTestResult(IReadOnlyList<DicomFinding> findings) => _findings = findings;

    /// <summary>The file; null for bytes in memory.</summary>
    public string? FullName { get; internal init; }

    /// <summary>Whether there are no errors.</summary>
    public bool IsValid => Errors == 0;

    /// <summary>The number of errors, with those that are not listed.</summary>
    public int Errors { get; internal init; }

    /// <summary>The number of warnings, with those that are not listed.</summary>
    public int Warnings { get; internal init; }

    /// <summary>The number of findings that are no violations, with those that are not listed.</summary>
    public int Information { get; internal init; }

    /// <summary>The kinds of findings, the worst first.</summary>
    public IReadOnlyList<string> Ids { get; internal init; } = [];

    /// <summary>The transfer syntax; null if the file cannot be read.</summary>
    public DicomTransferSyntax? TransferSyntax { get; internal init; }

    /// <summary>The SOP class; null if the file cannot be read, or has none.</summary>
    public DicomUID? SOPClass { get; internal init; }

    /// <summary>The size of the file in bytes.</summary>
    public long Length { get; internal init; }

    /// <summary>The findings; of many of a kind, the first.</summary>
    public IReadOnlyList<DicomFinding> GetFindings() => _findings;

    /// <summary>The path.</summary>
    public override string ToString() => FullName ?? string.Empty;
}
