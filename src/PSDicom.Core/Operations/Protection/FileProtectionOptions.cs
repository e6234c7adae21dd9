using System;
using System.IO;
using PSDicom.Deidentification;
using PSDicom.Operations.Targets;
using PSDicom.Text;

namespace PSDicom.Operations.Protection;

/// <summary>Options for writing de-identified copies.</summary>
public sealed record FileProtectionOptions
{
    /// <summary>The folder of the copies.</summary>
    public required string Destination { get; init; }

    /// <summary>The names of the copies, made of the new values; null for the new identifiers of study, series and instance.</summary>
    public NameTemplate? Names { get; init; }

    /// <summary>The rules.</summary>
    public required ProtectionRules Rules { get; init; }

    /// <summary>Receives what happened, for others; null for nobody.</summary>
    public ProtectionReport? Report { get; init; }

    /// <summary>Whether to replace existing files.</summary>
    public bool Force { get; init; }

    /// <summary>Whether to skip files that exist.</summary>
    public bool SkipExisting { get; init; }

    /// <summary>The character set of the files; null for the one that each declares.</summary>
    public CharacterSet? CharacterSet { get; init; }

    /// <summary>Checks that the options do not contradict each other.</summary>
    /// <exception cref="ArgumentException">They do.</exception>
    public void Validate()
    {
        if (string.IsNullOrWhiteSpace(Destination)) throw new ArgumentException("The destination is empty.");
        if (File.Exists(Destination)) throw new ArgumentException("The destination is a file; name a folder.");
        if (Force && SkipExisting) throw new ArgumentException("Existing files can be replaced or skipped, not both: use only one of force and skip existing.");
        if (Names is { IsOfHeader: false }) throw new ArgumentException("Names of de-identified files are made of their new values only: neither of the name or folder of the source, nor of frames, nor of elements in sequences or file meta information.");
        Rules.Validate();
    }
}
