using System;

namespace PSDicom.Volumes.Headers;

/// <summary>Dates and times of a header; what is no date counts as not there.</summary>
internal static class HeaderTimes
{
    /// <summary>A date (DA), or null.</summary>
    public static DateTime? Date(DicomDataset dataset, DicomTag tag) => dataset[tag]?.Value is DateTime date ? date : null;

    /// <summary>A time of day (TM), or null.</summary>
    public static TimeSpan? Time(DicomDataset dataset, DicomTag tag) => dataset[tag]?.Value is TimeSpan time ? time : null;

    /// <summary>The date and time at which an image was taken, or null.</summary>
    public static DateTime? DateTimeOf(DicomDataset dataset)
    {
        DateTime? date = Date(dataset, DicomTag.AcquisitionDate) ?? Date(dataset, DicomTag.ContentDate) ?? Date(dataset, DicomTag.SeriesDate);
        return date is { } day && Time(dataset, DicomTag.AcquisitionTime) is { } time && time.TotalHours < 24 ? day + time : date;
    }

    /// <summary>When the image or frame of a data set was taken, in seconds from some day: only differences count. Null if it does not say.</summary>
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
