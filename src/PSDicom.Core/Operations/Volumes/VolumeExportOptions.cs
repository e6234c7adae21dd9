using System;
using PSDicom.Operations.Targets;
using PSDicom.Text;

namespace PSDicom.Operations.Volumes;

/// <summary>Options for exporting stacks as volume files.</summary>
public sealed class VolumeExportOptions
{
    /// <summary>
    /// The full path of a folder, which is created for the first file; or of the only file, if the path has the extension of a volume format,
    /// is no existing folder, and there is no <see cref="NameTemplate"/>.
    /// </summary>
    public required string Destination { get; init; }

    /// <summary>The format; null for that of the destination's extension, or else NIfTI.</summary>
    public VolumeFormat? Format { get; init; }

    /// <summary>
    /// The names of the files below the destination; null for the number and the description of the series, and the number of the stack if the
    /// series has several.
    /// </summary>
    public NameTemplate? NameTemplate { get; init; }

    /// <summary>Whether blank slices, of stored value 0, replace missing ones, so that the others keep their positions.</summary>
    public bool FillMissing { get; init; }

    /// <summary>Whether missing, unevenly spaced or shifted slices are allowed; they are written with an even spacing from the first to the last.</summary>
    public bool AllowIrregular { get; init; }

    /// <summary>Whether a JSON file of the same name is written for each volume, with what the format cannot store. It does not identify the patient.</summary>
    public bool Sidecar { get; init; }

    /// <summary>Whether the voxels of NRRD are compressed with gzip.</summary>
    public bool Compress { get; init; }

    /// <summary>Whether existing files are replaced.</summary>
    public bool Force { get; init; }

    /// <summary>Whether existing files are skipped instead of an error, to resume an export.</summary>
    public bool SkipExisting { get; init; }

    /// <summary>The character set of the text; null for the one that the file declares.</summary>
    public CharacterSet? CharacterSet { get; init; }

    /// <summary>Checks for contradictory options, and options that the format does not support.</summary>
    /// <exception cref="ArgumentException">The options are invalid; the message fits every user interface.</exception>
    public void Validate() => VolumeExportRules.Check(this);
}
