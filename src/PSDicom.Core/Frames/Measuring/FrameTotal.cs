using System.Globalization;

namespace PSDicom.Frames.Measuring;

/// <summary>Combines the measurements of frames into a total, without keeping the frames.</summary>
/// <param name="options">The options of the measurements.</param>
/// <param name="limit">The maximum number of different values.</param>
internal sealed class FrameTotal(FrameMeasureOptions options, int limit = DicomLimits.MaxCountedValues)
{
    private static readonly DicomWarning DifferentUnits = new("The frames have different units. The total has no unit.");

    private ValueMoments _moments = ValueMoments.None;
    private ValueCounts? _counts = options.NeedsCounts ? ValueCounts.None : null;
    private FrameMeasurement? _first;
    private int _frames;
    private long _excluded;
    private bool _unitsDiffer;

    /// <summary>Adds the measurement of a frame.</summary>
    /// <param name="frame">A measurement with the same options.</param>
    /// <exception cref="DicomException">There are too many different values (<see cref="DicomErrorReason.TooManyValues"/>).</exception>
    public void Add(FrameMeasurement frame)
    {
        _first ??= frame;
        _unitsDiffer |= frame.Unit != _first.Unit;
        _moments = _moments.With(frame.Moments);
        _excluded += frame.ExcludedCount;
        _frames += frame.FrameCount;
        if (_counts is null || frame.Counts is null) return;
        _counts = _counts.With(frame.Counts);
        if (_counts.Length <= limit) return;
        throw new DicomException(
            DicomErrorReason.TooManyValues,
            string.Format(
                CultureInfo.InvariantCulture,
                "The frames together have more than {0:N0} different values: a total with percentiles or a histogram takes too much memory. Measure each frame.",
                limit),
            frame.FullName);
    }

    /// <summary>The total of all frames; at least one must have been added.</summary>
    public FrameMeasurement ToMeasurement() => new(_moments, _counts, options)
    {
        FullName = _first!.FullName,
        Frame = null,
        FrameCount = _frames,
        ExcludedCount = _excluded,
        Unit = _unitsDiffer ? null : _first.Unit,
        Warnings = _unitsDiffer ? [DifferentUnits, .. _first.Warnings] : _first.Warnings,
    };
}
