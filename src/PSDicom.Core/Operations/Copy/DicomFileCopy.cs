using System.Collections.Generic;

namespace PSDicom;

/// <summary>A file that was copied or moved, or was already there.</summary>
public sealed class DicomFileCopy
{
    private readonly IReadOnlyList<DicomWarning> _warnings;

    internal DicomFileCopy(IReadOnlyList<DicomWarning> warnings) => _warnings = warnings;

    /// <summary>The full path of the file in the destination.</summary>
    public required string FullName { get; init; }

    /// <summary>The full path of the source.</summary>
    public required string Source { get; init; }

    /// <summary>What was done.</summary>
    public required FileCopyStatus Status { get; init; }

    /// <summary>The size of the file in bytes.</summary>
    public required long Length { get; init; }

    /// <summary>The warnings about the file: why it was copied although it should be moved.</summary>
    /// <remarks>A method, so that the object stays a row of a table.</remarks>
    public IReadOnlyList<DicomWarning> GetWarnings() => _warnings;

    /// <summary>The path.</summary>
    public override string ToString() => FullName;
}
