using System.Collections.Generic;
using System.Globalization;

namespace PSDicom;

/// <summary>A file of a volume that was written.</summary>
public sealed class ExportedVolume
{
    private readonly IReadOnlyList<DicomWarning> _warnings;

    internal ExportedVolume(IReadOnlyList<DicomWarning> warnings) => _warnings = warnings;

    /// <summary>The full path of the file.</summary>
    public required string FullName { get; init; }

    /// <summary>The full path of the JSON file beside it; null if there is none.</summary>
    public required string? Sidecar { get; init; }

    /// <summary>Series Instance UID (0020,000E) of the series that it is made of; null if it has none.</summary>
    public required string? SeriesInstanceUID { get; init; }

    /// <summary>Series Number (0020,0011); null if there is none.</summary>
    public required long? SeriesNumber { get; init; }

    /// <summary>Series Description (0008,103E); null if there is none.</summary>
    public required string? SeriesDescription { get; init; }

    /// <summary>The number of the stack in its series, from 1.</summary>
    public required int StackIndex { get; init; }

    /// <summary>What tells the stack from the others of its series; null if it is the only one.</summary>
    public required string? SplitBy { get; init; }

    /// <summary>The kind of the file.</summary>
    public required VolumeFormat Format { get; init; }

    /// <summary>Columns of a slice.</summary>
    public required int Columns { get; init; }

    /// <summary>Rows of a slice.</summary>
    public required int Rows { get; init; }

    /// <summary>Slices of a volume, with those that were filled in.</summary>
    public required int Slices { get; init; }

    /// <summary>How many volumes are in the file.</summary>
    public required int Volumes { get; init; }

    /// <summary>Columns, rows, slices and, if there are several, volumes: <c>512x512x140</c>.</summary>
    public string Size =>
        string.Format(CultureInfo.InvariantCulture, Volumes > 1 ? "{0}x{1}x{2}x{3}" : "{0}x{1}x{2}", Columns, Rows, Slices, Volumes);

    /// <summary>How far voxels are apart, in mm: along a row, along a column, and from slice to slice.</summary>
    public required IReadOnlyList<double> Spacing { get; init; }

    /// <summary>Seconds from volume to volume; null if there is one volume, or if they are not known or differ.</summary>
    public required double? TimeStep { get; init; }

    /// <summary>The type of a sample, such as <c>Int16</c>.</summary>
    public required string DataType { get; init; }

    /// <summary>1, or 3 for red, green and blue.</summary>
    public required int SamplesPerPixel { get; init; }

    /// <summary>What samples are to be multiplied by, as the file has it; 1 if they stand for themselves.</summary>
    public required double Slope { get; init; }

    /// <summary>What is then to be added; 0 if they stand for themselves.</summary>
    public required double Intercept { get; init; }

    /// <summary>The unit of the values, such as <c>HU</c>; null if the files do not tell, or differ.</summary>
    public required string? Unit { get; init; }

    /// <summary>How many files it is made of.</summary>
    public required int FileCount { get; init; }

    /// <summary>How many slices were filled in because they are missing, in each volume.</summary>
    public required int FilledSlices { get; init; }

    /// <summary>What is wrong with the stack.</summary>
    public required SeriesProblem Problem { get; init; }

    /// <summary>The size of the file in bytes.</summary>
    public required long Length { get; init; }

    /// <summary>What the source has wrong, and what was done.</summary>
    /// <remarks>A method, so that the object stays a row of a table.</remarks>
    public IReadOnlyList<DicomWarning> GetWarnings() => _warnings;

    /// <summary>The path.</summary>
    public override string ToString() => FullName;
}
