using System;
using System.Collections.Generic;
using System.Linq;

namespace PSDicom.Frames;

/// <summary>
/// The display time of each frame when frames are played (PS3.3 section C.7.6.5): from the recommended display rate, else from the acquisition
/// time, else a tenth of a second.
/// </summary>
internal sealed class FrameTimes
{
    private const double MinSeconds = 1e-6, MaxSeconds = 3600;

    private static readonly TimeSpan Default = TimeSpan.FromMilliseconds(100);

    private readonly IReadOnlyList<TimeSpan> _times;

    private FrameTimes(IReadOnlyList<TimeSpan> times) => _times = times;

    /// <summary>The tags that are read.</summary>
    public static DicomTag[] Tags => [DicomTag.RecommendedDisplayFrameRate, DicomTag.CineRate, DicomTag.FrameTime, DicomTag.FrameTimeVector, DicomTag.FrameIncrementPointer];

    /// <summary>The time of a frame.</summary>
    /// <param name="frame">The frame, from 1.</param>
    public TimeSpan this[int frame] => _times[Math.Min(frame, _times.Count) - 1];

    /// <summary>The times of a data set's frames. Impossible times and rates are ignored.</summary>
    public static FrameTimes Of(DicomDataset dataset)
    {
        bool hasVector = Pointers(dataset).Contains(DicomTag.FrameTimeVector);
        return new FrameTimes(
            FromRate(dataset, DicomTag.RecommendedDisplayFrameRate)
            ?? (hasVector ? FromVector(dataset) : null)
            ?? FromTime(dataset)
            ?? FromVector(dataset)
            ?? FromRate(dataset, DicomTag.CineRate)
            ?? [Default]);
    }

    /// <summary>The elements that differ between frames: usually one of two for the time.</summary>
    private static DicomTag[] Pointers(DicomDataset dataset) => dataset[DicomTag.FrameIncrementPointer]?.Value switch
    {
        DicomTag pointer => [pointer],
        DicomTag[] pointers => pointers,
        _ => [],
    };

    private static TimeSpan[]? FromRate(DicomDataset dataset, DicomTag tag) =>
        dataset.GetNumber(tag) is > 0 and double rate ? Time(1 / rate) : null;

    private static TimeSpan[]? FromTime(DicomDataset dataset) => Time(dataset.GetNumber(DicomTag.FrameTime) / 1000);

    private static TimeSpan[]? Time(double? seconds) => seconds is >= MinSeconds and <= MaxSeconds ? [ToTime(seconds.Value)] : null;

    /// <summary>
    /// Each increment is the display time of the preceding frame (PS3.3 section C.7.6.5.1.2). The first should be 0; if it is not, it is the
    /// time from the last frame to the first.
    /// </summary>
    private static TimeSpan[]? FromVector(DicomDataset dataset)
    {
        double[] increments = Array.ConvertAll(dataset.GetNumbers(DicomTag.FrameTimeVector), milliseconds => milliseconds / 1000);
        if (increments.Length == 0 || !increments.All(seconds => seconds is >= 0 and <= MaxSeconds)) return null;
        double last = increments[0] > 0 ? increments[0] : increments[increments.Length - 1];
        TimeSpan[] times = [.. increments.Skip(1).Append(last).Select(ToTime)];
        return times.Any(time => time > TimeSpan.Zero) ? times : null;
    }

    private static TimeSpan ToTime(double seconds) => TimeSpan.FromTicks((long)Math.Round(seconds * TimeSpan.TicksPerSecond));
}
