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

    /// <summary>The number of frames; 0 for a file without images, such as a report.</summary>
    public int FrameCount => Frames.Count;

    /// <summary>SOP Instance UID (0008,0018), the identifier of the file; null if missing.</summary>
    public string? SOPInstanceUID { get; internal set; }

    /// <summary>Instance Number (0020,0013); null if missing.</summary>
    public long? InstanceNumber { get; internal init; }

    /// <summary>The patient, study and series attributes. Files of a series share the object.</summary>
    internal SeriesIdentity Identity { get; set; } = SeriesIdentity.Empty;

    /// <summary>Frame of Reference UID (0020,0052): positions are comparable only within one frame of reference.</summary>
    internal string? FrameOfReferenceUID { get; set; }

    internal int Rows { get; init; }

    internal int Columns { get; init; }

    internal int SamplesPerPixel { get; init; }

    /// <summary>The tiles of a mosaic, which has one frame; null for other files.</summary>
    internal MosaicTiles? Tiles { get; init; }

    internal IReadOnlyList<DicomStackFrame> Frames { get; set; } = [];

    /// <summary>The problems of the file itself.</summary>
    internal SeriesProblem Problem { get; set; }

    /// <summary>The number of copies of the file.</summary>
    internal int Copies { get; set; }

    /// <summary>The acquisition date and time; null if unknown.</summary>
    internal DateTime? Taken { get; init; }

    /// <summary>The path, for display.</summary>
    public override string ToString() => PlainText.Of(FullName);
}
