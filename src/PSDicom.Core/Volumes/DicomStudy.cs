using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using PSDicom.Text;
using PSDicom.Volumes;

namespace PSDicom;

/// <summary>The series of one study (PS3.3 section A.1.2.2).</summary>
public sealed class DicomStudy
{
    internal DicomStudy(IReadOnlyList<DicomSeries> series)
    {
        Series = series;
        Identity = series[0].Identity;
        Modalities = [.. series.Select(one => one.Modality).OfType<string>().Distinct().OrderBy(modality => modality, StringComparer.Ordinal)];
    }

    /// <inheritdoc cref="DicomStack.PatientID"/>
    public string? PatientID => Identity.PatientID;

    /// <inheritdoc cref="DicomStack.PatientName"/>
    public string? PatientName => Identity.PatientName;

    /// <summary>Study Instance UID (0020,000D); null if missing.</summary>
    public string? StudyInstanceUID => Identity.StudyInstanceUID;

    /// <summary>Study Date (0008,0020); null if missing.</summary>
    public DateTime? StudyDate => Identity.StudyDate;

    /// <summary>Study Time (0008,0030); null if missing.</summary>
    public TimeSpan? StudyTime => Identity.StudyTime;

    /// <summary>Study Description (0008,1030).</summary>
    public string? StudyDescription => Identity.StudyDescription;

    /// <summary>Accession Number (0008,0050).</summary>
    public string? AccessionNumber => Identity.AccessionNumber;

    /// <summary>The modalities of the series, such as <c>CT</c>, each once.</summary>
    public IReadOnlyList<string> Modalities { get; }

    /// <summary>The number of series.</summary>
    public int SeriesCount => Series.Count;

    /// <summary>The number of files, without copies.</summary>
    public int FileCount => Series.Sum(series => series.FileCount);

    /// <summary>The number of frames in all files.</summary>
    public int FrameCount => Series.Sum(series => series.FrameCount);

    /// <summary>The total size of the files in bytes.</summary>
    public long Length => Series.Sum(series => series.Length);

    /// <summary>The time of the first image, by Acquisition Date and Time; null if unknown.</summary>
    public DateTime? FirstDate => Series.Min(series => series.FirstDate);

    /// <summary>The time of the last image; null if unknown.</summary>
    public DateTime? LastDate => Series.Max(series => series.LastDate);

    /// <summary>The problems of all series.</summary>
    public SeriesProblem Problem => Series.Aggregate(SeriesProblem.None, (problem, series) => problem | series.Problem);

    /// <summary>The series.</summary>
    public IReadOnlyList<DicomSeries> Series { get; }

    /// <summary>The files of all series.</summary>
    public IReadOnlyList<DicomSeriesFile> Files => new CountedList<DicomSeriesFile>([.. Series.SelectMany(series => series.Files)], "file", "files");

    private SeriesIdentity Identity { get; }

    /// <summary>The description or another identification of the study, for display.</summary>
    public override string ToString() =>
        PlainText.OfValue(StudyDescription ?? StudyInstanceUID ?? string.Format(CultureInfo.InvariantCulture, "{0} series", SeriesCount));
}
