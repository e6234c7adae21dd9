using System.Collections.Generic;
using System.Linq;

namespace PSDicom;

/// <summary>A file that was copied or moved, or was already there.</summary>
public sealed class DicomFileCopy
{
    private readonly IReadOnlyList<DicomWarning> _warnings;

    internal DicomFileCopy(IReadOnlyList<DicomElementChange> changes, IReadOnlyList<DicomWarning> warnings)
    {
        Changes = [.. changes];
        _warnings = warnings;
    }

    /// <summary>The full path of the file in the destination.</summary>
    public required string FullName { get; init; }

    /// <summary>The full path of the source.</summary>
    public required string Source { get; init; }

    /// <summary>What was done.</summary>
    public required FileCopyStatus Status { get; init; }

    /// <summary>The size of the file in bytes.</summary>
    public required long Length { get; init; }

    /// <summary>The elements that were changed on the way, as tag paths, separated by commas.</summary>
    public string Tags => string.Join(", ", Changes.Select(change => change.TagPath));

    /// <summary>Each change of an element on the way.</summary>
    public DicomElementChange[] Changes { get; }

    /// <summary>The warnings about the file: why it was copied although it should be moved, and what a change affects.</summary>
    /// <remarks>A method, so that the object stays a row of a table.</remarks>
    public IReadOnlyList<DicomWarning> GetWarnings() => _warnings;

    /// <summary>The path.</summary>
    public override string ToString() => FullName;
}
