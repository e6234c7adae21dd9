using System;
using System.IO;

namespace PSDicom.Volumes.Formats;

/// <summary>The properties of a volume file format, and its writer.</summary>
internal sealed class VolumeFileFormat
{
    public required VolumeFormat Format { get; init; }

    /// <summary>The file extension, with the dot.</summary>
    public required string Extension { get; init; }

    /// <summary>Creates a writer for one file, which writes the header. The stream must support seeking. The last argument is whether voxels are compressed.</summary>
    public required Func<Stream, VolumeHeader, bool, VolumeWriter> Create { get; init; }

    /// <summary>Whether the format stores slope and intercept, so that stored values are written unchanged.</summary>
    public bool HasSlope { get; init; }

    /// <summary>Whether the format stores colors of more than 8 bits.</summary>
    public bool HasDeepColor { get; init; }

    /// <summary>Whether the format stores shear, as of a tilted gantry.</summary>
    public bool HasShear { get; init; }

    /// <summary>Whether compression of the voxels is optional.</summary>
    public bool CanCompress { get; init; }
}
