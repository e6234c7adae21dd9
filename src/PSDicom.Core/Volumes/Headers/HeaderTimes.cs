using System;

namespace PSDicom.Volumes.Headers;

/// <summary>Reads dates and times of a header. Invalid ones count as missing.</summary>
internal static class HeaderTimes
{
    /// <summary>A date (DA); null if missing.</summary>
    public static DateTime? Date(DicomDataset dataset, DicomTag tag) => dataset[tag]?.Value is DateTime date ? date : null;

    /// <summary>A time of day (TM); null if missing.</summary>
    public static TimeSpan? Time(DicomDataset dataset, DicomTag tag) => dataset[tag]?.Value is TimeSpan time ? time : null;

    /// <summary>The acquisition date and time of an image; null if unknown.</summary>
    public static DateTime? DateTimeOf(DicomDataset dataset)
    {
        DateTime? date = Date(dataset, DicomTag.AcquisitionDate) ?? Date(dataset, DicomTag.ContentDate) ?? Date(dataset, DicomTag.SeriesDate);
        return date is { } day && Time(dataset, DicomTag.AcquisitionTime) is { } time && time.TotalHours < 24 ? day + time : date;
    }

    /// <summary>The acquisition time of the image or frame of a data set, in seconds from an arbitrary day: only differences are meaningful. Null if unknown.</summary>
    public static double? Taken(DicomDataset? dataset)
    {
        if (dataset is null) return null;
        if (Moment(dataset, DicomTag.FrameAcquisitionDateTime) is { } ofFrame) return ofFrame;
        if (Time(dataset, DicomTag.AcquisitionTime) is { } time)
            return time.TotalSeconds + (Date(dataset, DicomTag.AcquisitionDate) is { } date ? SecondsOf(date) : 0);
        return Moment(dataset, DicomTag.AcquisitionDateTime);
    }

    private static double? Moment(DicomDataset dataset, DicomTag tag) => dataset[tag]?.Value switch
    {
        DateTime local => SecondsOf(local),
        DateTimeOffset moment => SecondsOf(moment.UtcDateTime),
        _ => null,
    };

    private static double SecondsOf(DateTime moment) => moment.Ticks / (double)TimeSpan.TicksPerSecond;
}
