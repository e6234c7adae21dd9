using System;
using System.IO;

namespace PSDicom.Volumes.Formats;

/// <summary>What there is to know of a format of files of volumes, and how it is written.</summary>
internal sealed class VolumeFileFormat
{
    public required VolumeFormat Format { get; init; }

    /// <summary>The extension of its files, with the dot.</summary>
    public required string Extension { get; init; }

    /// <summary>Makes a writer for one file, which writes the header. It writes to a stream that can seek; the last argument is whether it compresses the voxels.</summary>
    public required Func<Stream, VolumeHeader, bool, VolumeWriter> Create { get; init; }

    /// <summary>Whether it has a place for a slope and an intercept, so that stored values are written as they are.</summary>
    public bool HasSlope { get; init; }

    /// <summary>Whether it has a place for colours of more than 8 bits.</summary>
    public bool HasDeepColor { get; init; }

    /// <summary>Whether it has a place for slices that are shifted against each other, as those of a tilted gantry are.</summary>
    public bool HasShear { get; init; }

    /// <summary>Whether its voxels may be compressed, or not.</summary>
    public bool CanCompress { get; init; }
}
