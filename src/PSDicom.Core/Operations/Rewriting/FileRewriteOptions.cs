using System;
using System.IO;
using PSDicom.Editing;
using PSDicom.Operations.Targets;
using PSDicom.Text;

namespace PSDicom.Operations.Rewriting;

/// <summary>Options for writing changed files.</summary>
public sealed record FileRewriteOptions
{
    /// <summary>The folder of the changed copies, or the path of a single one; null to change files in their place.</summary>
    public string? Destination { get; init; }

    /// <summary>Whether to replace existing files in the destination, and read-only files in their place.</summary>
    public bool Force { get; init; }

    /// <summary>Whether to skip files that exist in the destination.</summary>
    public bool SkipExisting { get; init; }

    /// <summary>Whether to keep the old file, when a file is changed in its place.</summary>
    public bool Backup { get; init; }

    /// <summary>Whether to change files that have several names (hard links), whose other names keep the old content.</summary>
    public bool BreakHardLinks { get; init; }

    /// <summary>Whether changed files keep the time of their last change.</summary>
    public bool PreservesTime { get; init; }

    /// <summary>The options for the changes themselves.</summary>
    public EditOptions Edit { get; init; } = new();

    /// <summary>The character set of the files; null for the one that each declares.</summary>
    public CharacterSet? CharacterSet { get; init; }

    /// <summary>Whether files are changed in their place.</summary>
    internal bool IsInPlace => Destination is null;

    /// <summary>Whether the destination is the path of a single file.</summary>
    internal bool IsFile => Destination is { } path && TargetFolder.HasExtension(path) && !Directory.Exists(path);

    /// <summary>The destination as a folder or a path; the files' own, if they are changed in their place.</summary>
    internal TargetFolder NewFolder() => new(Destination ?? ".", IsFile, this is { Force: true, IsInPlace: false });

    /// <summary>Checks that the options do not contradict each other.</summary>
    /// <exception cref="ArgumentException">They do.</exception>
    public void Validate()
    {
        if (Destination is not null && string.IsNullOrWhiteSpace(Destination)) throw new ArgumentException("The destination is empty.");
        if (Force && SkipExisting) throw new ArgumentException("Existing files can be replaced or skipped, not both: use only one of force and skip existing.");
        if (!IsInPlace && (Backup || BreakHardLinks)) throw new ArgumentException("Backups and hard links are about files changed in their place, but a destination is named.");
        if (IsInPlace && SkipExisting) throw new ArgumentException("Skip existing is for copies in a destination, but the files are changed in their place.");
        Edit.Validate();
    }
}
