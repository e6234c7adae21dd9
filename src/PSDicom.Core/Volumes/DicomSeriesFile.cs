using System;
using System.Collections.Generic;
using PSDicom.Text;
using PSDicom.Volumes;

namespace PSDicom;

/// <summary>A file of a series.</summary>
public sealed class DicomSeriesFile
{
    internal DicomSeriesFile(string path, long length)
    {
        FullName = path;
        Length = length;
    }

    /// <summary>The full path.</summary>
    public string FullName { get; }

    /// <summary>The size in bytes.</summary>
    public long Length { get; }

    /// <summary>How many frames it has; 0 of a file without an image, such as a report.</summary>
    public int FrameCount => Frames.Count;

    /// <summary>SOP Instance UID (0008,0018), by which the file is known; null if it has none.</summary>
    public string? SOPInstanceUID { get; internal init; }

    /// <summary>Instance Number (0020,0013); null if it has none.</summary>
    public long? InstanceNumber { get; internal init; }

    /// <summary>What it says of patient, study and series. Files of a series share it.</summary>
    internal SeriesIdentity Identity { get; set; } = SeriesIdentity.Empty;

    /// <summary>Frame of Reference UID (0020,0052): positions of different ones have nothing to do with each other.</summary>
    internal string? FrameOfReferenceUID { get; set; }

    internal int Rows { get; init; }

    internal int Columns { get; init; }

    internal int SamplesPerPixel { get; init; }

    /// <summary>The slices that lie beside each other in its one frame; null of all other files.</summary>
    internal MosaicTiles? Tiles { get; init; }

    internal IReadOnlyList<DicomStackFrame> Frames { get; set; } = [];

    /// <summary>What was found to be wrong with the file itself.</summary>
    internal SeriesProblem Problem { get; set; }

    /// <summary>How many files have the same bytes.</summary>
    internal int Copies { get; set; }

    /// <summary>The date and time at which its image was taken; null if it does not say.</summary>
    internal DateTime? Taken { get; init; }

    /// <summary>The path, to be shown.</summary>
    public override string ToString() => PlainText.Of(FullName);
}
