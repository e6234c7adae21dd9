using System;
using PSDicom.Operations.Targets;
using PSDicom.Text;

namespace PSDicom.Operations.Volumes;

/// <summary>Which files to make of volumes, and where they go.</summary>
public sealed class VolumeExportOptions
{
    /// <summary>
    /// The full path of a folder, which is made when the first file is written; or, if it has the extension of a format of volumes, there is
    /// no such folder and no <see cref="NameTemplate"/>, of the one file that is to be written.
    /// </summary>
    public required string Destination { get; init; }

    /// <summary>The kind of the files; null for that of the destination's extension, or else NIfTI.</summary>
    public VolumeFormat? Format { get; init; }

    /// <summary>
    /// The names of the files below the destination; null for the number and the description of the series, to which the number of the stack
    /// is added if the series has several.
    /// </summary>
    public NameTemplate? NameTemplate { get; init; }

    /// <summary>Whether slices that are missing are put in, with stored values of 0, so that all others lie where they are.</summary>
    public bool FillMissing { get; init; }

    /// <summary>Whether slices that are missing, not evenly spaced or shifted are written as if they were evenly spaced from the first to the last.</summary>
    public bool AllowIrregular { get; init; }

    /// <summary>Whether a JSON file of the same name tells of each volume what its format has no place for; nothing in it tells who the patient is.</summary>
    public bool Sidecar { get; init; }

    /// <summary>Whether voxels are compressed by gzip in NRRD, where they need not be.</summary>
    public bool Compress { get; init; }

    /// <summary>Whether files that exist are replaced.</summary>
    public bool Force { get; init; }

    /// <summary>Whether files that exist are passed over, and not an error: to go on with an export that was ended.</summary>
    public bool SkipExisting { get; init; }

    /// <summary>The character set of the header's text, instead of the one that the file says; null for that.</summary>
    public CharacterSet? CharacterSet { get; init; }

    /// <summary>Finds what contradicts itself, or cannot be had in the format.</summary>
    /// <exception cref="ArgumentException">The call is wrong; the message says what of it, in words that fit every user interface.</exception>
    public void Validate() => VolumeExportRules.Check(this);
}
