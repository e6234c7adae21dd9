using System;

namespace PSDicom.Volumes;

/// <summary>The patient, study and series attributes of a file.</summary>
internal sealed record SeriesIdentity
{
    public static SeriesIdentity Empty { get; } = new();

    public string? PatientID { get; init; }

    public string? PatientName { get; init; }

    public string? StudyInstanceUID { get; init; }

    public DateTime? StudyDate { get; init; }

    public TimeSpan? StudyTime { get; init; }

    public string? StudyDescription { get; init; }

    public string? AccessionNumber { get; init; }

    public string? SeriesInstanceUID { get; init; }

    public long? SeriesNumber { get; init; }

    public string? SeriesDescription { get; init; }

    public DateTime? SeriesDate { get; init; }

    public string? Modality { get; init; }
}
