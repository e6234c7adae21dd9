using System.Collections.Generic;
using System.Linq;

namespace PSDicom;

/// <summary>A file that was changed, in its place or as a copy, or that needed no change.</summary>
public sealed class DicomChange
{
    private readonly IReadOnlyList<DicomWarning> _warnings;

    internal DicomChange(string path, string source, IReadOnlyList<DicomElementChange> changes, long length, IReadOnlyList<DicomWarning> warnings, string? backup)
    {
        FullName = path;
        Source = source;
        Changes = [.. changes];
        Length = length;
        BackupName = backup;
        _warnings = warnings;
    }

    /// <summary>The file with the changes.</summary>
    public string FullName { get; }

    /// <summary>The file that was read; the same, if it was changed in its place.</summary>
    public string Source { get; }

    /// <summary>Whether an element changed. A file that already had the values is not written.</summary>
    public bool IsChanged => Changes.Length > 0;

    /// <summary>The changed elements, as tag paths, separated by commas.</summary>
    public string Tags => string.Join(", ", Changes.Select(change => change.TagPath));

    /// <summary>The old values as text, separated by semicolons.</summary>
    public string OldValue => string.Join("; ", Changes.Select(change => change.OldValue));

    /// <summary>The new values as text, separated by semicolons.</summary>
    public string NewValue => string.Join("; ", Changes.Select(change => change.NewValue));

    /// <summary>The size of the file in bytes.</summary>
    public long Length { get; }

    /// <summary>The old file, if it was kept; else null.</summary>
    public string? BackupName { get; }

    /// <summary>Each change.</summary>
    public DicomElementChange[] Changes { get; }

    /// <summary>What the user should know about the change.</summary>
    public IReadOnlyList<DicomWarning> GetWarnings() => _warnings;

    /// <summary>The path.</summary>
    public override string ToString() => FullName;
}
