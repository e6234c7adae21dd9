using System.Collections.Generic;

namespace PSDicom;

/// <summary>A picture that was written.</summary>
public sealed class ExportedFrame
{
    private readonly IReadOnlyList<DicomWarning> _warnings;

    internal ExportedFrame(IReadOnlyList<DicomWarning> warnings) => _warnings = warnings;

    /// <summary>The full path of the picture.</summary>
    public required string FullName { get; init; }

    /// <summary>The full path of the file that it is made of; null for bytes in memory.</summary>
    public required string? Source { get; init; }

    /// <summary>The number of the frame, from 1; null if several frames were written into the file.</summary>
    public required int? Frame { get; init; }

    /// <summary>How many frames are in the file.</summary>
    public required int FrameCount { get; init; }

    /// <summary>Width in pixels.</summary>
    public required int Width { get; init; }

    /// <summary>Height in pixels.</summary>
    public required int Height { get; init; }

    /// <summary>The kind of the file.</summary>
    public required PictureFormat Format { get; init; }

    /// <summary>Bits of a sample.</summary>
    public required int BitDepth { get; init; }

    /// <summary>The center of the window that was applied, of several frames the first one's; null if none was.</summary>
    public required double? WindowCenter { get; init; }

    /// <summary>The width of the window that was applied, of several frames the first one's; null if none was.</summary>
    public required double? WindowWidth { get; init; }

    /// <summary>The size of the file in bytes.</summary>
    public required long Length { get; init; }

    /// <summary>What the source has wrong about the frame or its rendering, and what was done.</summary>
    /// <remarks>A method, so that the object stays a row of a table.</remarks>
    public IReadOnlyList<DicomWarning> GetWarnings() => _warnings;

    /// <summary>The path.</summary>
    public override string ToString() => FullName;
}
