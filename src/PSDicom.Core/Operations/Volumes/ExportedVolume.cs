using System.Collections.Generic;
using System.Globalization;

namespace PSDicom;

/// <summary>A volume file that was written.</summary>
public sealed class ExportedVolume
{
    private readonly IReadOnlyList<DicomWarning> _warnings;

    internal ExportedVolume(IReadOnlyList<DicomWarning> warnings) => _warnings = warnings;

    /// <summary>The full path of the file.</summary>
    public required string FullName { get; init; }

    /// <summary>The full path of its JSON sidecar; null if there is none.</summary>
    public required string? Sidecar { get; init; }

    /// <summary>Series Instance UID (0020,000E) of the source; null if it has none.</summary>
    public required string? SeriesInstanceUID { get; init; }

    /// <summary>Series Number (0020,0011); null if there is none.</summary>
    public required long? SeriesNumber { get; init; }

    /// <summary>Series Description (0008,103E); null if there is none.</summary>
    public required string? SeriesDescription { get; init; }

    /// <summary>The number of the stack in its series, from 1.</summary>
    public required int StackIndex { get; init; }

    /// <summary>The attributes that distinguish the stack in its series; null for the only stack.</summary>
    public required string? SplitBy { get; init; }

    /// <summary>The format of the file.</summary>
    public required VolumeFormat Format { get; init; }

    /// <summary>Columns of a slice.</summary>
    public required int Columns { get; init; }

    /// <summary>Rows of a slice.</summary>
    public required int Rows { get; init; }

    /// <summary>Slices of a volume, including filled ones.</summary>
    public required int Slices { get; init; }

    /// <summary>The number of volumes in the file.</summary>
    public required int Volumes { get; init; }

    /// <summary>Columns, rows, slices and, if there are several, volumes: <c>512x512x140</c>.</summary>
    public string Size =>
        string.Format(CultureInfo.InvariantCulture, Volumes > 1 ? "{0}x{1}x{2}x{3}" : "{0}x{1}x{2}", Columns, Rows, Slices, Volumes);

    /// <summary>The voxel spacing in mm: along a row, along a column, and from slice to slice.</summary>
    public required IReadOnlyList<double> Spacing { get; init; }

    /// <summary>Seconds from volume to volume; null if unknown or uneven, or for one volume.</summary>
    public required double? TimeStep { get; init; }

    /// <summary>The type of a sample, such as <c>Int16</c>.</summary>
    public required string DataType { get; init; }

    /// <summary>1, or 3 for red, green and blue.</summary>
    public required int SamplesPerPixel { get; init; }

    /// <summary>The slope that the file stores for its samples; 1 if samples are the values themselves.</summary>
    public required double Slope { get; init; }

    /// <summary>The intercept that the file stores; 0 if samples are the values themselves.</summary>
    public required double Intercept { get; init; }

    /// <summary>The unit of the values, such as <c>HU</c>; null if unknown or not the same for all frames.</summary>
    public required string? Unit { get; init; }

    /// <summary>The number of source files.</summary>
    public required int FileCount { get; init; }

    /// <summary>The number of blank slices for missing ones, in each volume.</summary>
    public required int FilledSlices { get; init; }

    /// <summary>The problems of the stack.</summary>
    public required SeriesProblem Problem { get; init; }

    /// <summary>The size of the file in bytes.</summary>
    public required long Length { get; init; }

    /// <summary>The warnings about the source and the file.</summary>
    /// <remarks>A method, so that the object stays a row of a table.</remarks>
    public IReadOnlyList<DicomWarning> GetWarnings() => _warnings;

    /// <summary>The path.</summary>
    public override string ToString() => FullName;
}
