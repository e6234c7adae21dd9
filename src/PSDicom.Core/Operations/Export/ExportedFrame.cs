using System.Collections.Generic;

namespace PSDicom;

/// <summary>A written picture.</summary>
public sealed class ExportedFrame
{
    private readonly IReadOnlyList<DicomWarning> _warnings;

    internal ExportedFrame(IReadOnlyList<DicomWarning> warnings) => _warnings = warnings;

    /// <summary>The full path of the picture.</summary>
    public required string FullName { get; init; }

    /// <summary>The full path of the source file; null for bytes in memory.</summary>
    public required string? Source { get; init; }

    /// <summary>The number of the frame, from 1; null if the picture holds several frames.</summary>
    public required int? Frame { get; init; }

    /// <summary>The number of frames in the picture.</summary>
    public required int FrameCount { get; init; }

    /// <summary>Width in pixels.</summary>
    public required int Width { get; init; }

    /// <summary>Height in pixels.</summary>
    public required int Height { get; init; }

    /// <summary>The format of the picture.</summary>
    public required PictureFormat Format { get; init; }

    /// <summary>Bits per sample.</summary>
    public required int BitDepth { get; init; }

    /// <summary>The center of the applied window, of the first of several frames; null if none was applied.</summary>
    public required double? WindowCenter { get; init; }

    /// <summary>The width of the applied window, of the first of several frames; null if none was applied.</summary>
    public required double? WindowWidth { get; init; }

    /// <summary>The size of the file in bytes.</summary>
    public required long Length { get; init; }

    /// <summary>The warnings about the frame and its rendering.</summary>
    /// <remarks>A method, so that the object stays a row of a table.</remarks>
    public IReadOnlyList<DicomWarning> GetWarnings() => _warnings;

    /// <summary>The path.</summary>
    public override string ToString() => FullName;
}
