using System;
using System.IO;
using PSDicom.Editing;
using PSDicom.Operations.Rewriting;
using PSDicom.Operations.Targets;
using PSDicom.Text;

namespace PSDicom.Operations.Copy;

/// <summary>Options for copying and moving files.</summary>
public sealed record FileCopyOptions
{
    /// <summary>The folder to write to, created if missing.</summary>
    public required string Destination { get; init; }

    /// <summary>The names of the files in the destination; null to keep the names, and below a searched folder also the folders.</summary>
    public NameTemplate? NameTemplate { get; init; }

    /// <summary>Whether to move the files instead of copying them.</summary>
    public bool Move { get; init; }

    /// <summary>Whether to make hard links instead of copies, where the file system can.</summary>
    public bool HardLink { get; init; }

    /// <summary>Whether to replace existing files, even those that are read-only.</summary>
    public bool Force { get; init; }

    /// <summary>Whether to skip files that already exist, without comparing them.</summary>
    public bool SkipExisting { get; init; }

    /// <summary>The changes that files get on their way; null to keep their bytes. Names are made of the new values.</summary>
    public FileChanges? Changes { get; init; }

    /// <summary>The options for the changes.</summary>
    public EditOptions Edit { get; init; } = new();

    /// <summary>The character set of the values in names; null for the one that each file declares.</summary>
    public CharacterSet? CharacterSet { get; init; }

    /// <summary>Checks that the options do not contradict each other.</summary>
    /// <exception cref="ArgumentException">They do.</exception>
    public void Validate()
    {
        Require(!string.IsNullOrWhiteSpace(Destination), "The destination is empty.");
        Require(!Force || !SkipExisting, "Existing files can be replaced or skipped, not both: use only one of force and skip existing.");
        Require(!Move || !HardLink, "A file is moved or gets another name, not both: use hard links for copies.");
        Require(Changes is null || !HardLink, "A hard link is the same file, which cannot be changed on its way: use changes for copies.");
        Edit.Validate();
        Require(NameTemplate is not ({ HasFrame: true } or { HasStack: true }), "{Frame} and {Stack} are for exports: leave them out of the name template.");
        Require(
            !SourceName.HasExtension(Destination) || Directory.Exists(Destination),
            $"The destination is a folder, but '{Destination}' looks like a file. Name the file by the name template.");
    }

    private static void Require(bool isValid, string message)
    {
        if (!isValid) throw new ArgumentException(message);
    }
}
