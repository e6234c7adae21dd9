using System;
using System.Collections.Generic;
using System.Management.Automation;
using System.Threading;
using PSDicom.Frames;
using PSDicom.Frames.Measuring;
using PSDicom.Pipeline;

namespace PSDicom.Commands;

/// <summary>Measures the values of frames: count, range, mean, standard deviation, percentiles, histogram.</summary>
/// <remarks>
/// <para>
/// Real values are measured, such as Hounsfield units; Unit is their unit, if the file has one. -Stored measures the stored values. Each
/// frame is one object; with -Total, all frames of a file are one object.
/// </para>
/// <para>
/// Padding (Pixel Padding Value and Pixel Padding Range Limit) and NaN are excluded; ExcludedCount is their number. In colour images, the
/// stored samples of all pixels are measured together.
/// </para>
/// <para>
/// Each percentile is a property: P50 is the median. It is interpolated linearly between two values, as in NumPy. The standard deviation is
/// that of the population: the squares are divided by the number of values.
/// </para>
/// </remarks>
/// <example>
///   <para>Range, mean and deviation of each slice in Hounsfield units</para>
///   <code>Measure-DicomFrame D:\ct -Recurse</code>
///   <para>With -Recurse, files that are not DICOM or have no image are skipped.</para>
/// </example>
/// <example>
///   <para>The median and the range without outliers, as a table for a spreadsheet</para>
///   <code>Measure-DicomFrame D:\ct -Recurse -Percentile 1, 50, 99 | Select-Object FullName, Frame, P1, P50, P99, Unit | Export-Csv measured.csv</code>
///   <para>P1, P50 and P99 are columns.</para>
/// </example>
/// <example>
///   <para>Noise in a square of 20 x 20 pixels of a phantom</para>
///   <code>Measure-DicomFrame .\phantom.dcm -Region 22, 22, 20, 20 | Select-Object Mean, StandardDeviation, Unit</code>
///   <para>The square starts at column 22 and row 22, counted from 0 at the top left, as in $frame[row, column] of Get-DicomFrame.</para>
/// </example>
/// <example>
///   <para>The histogram of a whole clip</para>
///   <code>(Measure-DicomFrame .\cine.dcm -Total -Histogram).Histogram | Export-Csv histogram.csv</code>
///   <para>Each value is a row with its count.</para>
/// </example>
/// <seealso cref="GetDicomFrameCommand"/>
/// <seealso cref="ShowDicomFrameCommand"/>
/// <seealso>about_PSDicom</seealso>
[Cmdlet(VerbsDiagnostic.Measure, "DicomFrame", DefaultParameterSetName = PathSet, HelpUri = HelpPages.Address)]
[OutputType(typeof(FrameMeasurement))]
public sealed class MeasureDicomFrameCommand : FrameReadingCommand<FrameMeasurement>
{
    private FrameMeasureOptions _options = new();

    /// <summary>Percentiles, from 0 to 100; each becomes a property: P1, P50, P99.5.</summary>
    [Parameter]
    [ValidateRange(0.0, 100.0)]
    [ValidateNotNullOrEmpty]
    [PSDefaultValue(Help = "None")]
    public double[]? Percentile { get; set; }

    /// <summary>Counts how often each value occurs: the property Histogram is a list of Value and Count, in ascending order, without bins.</summary>
    [Parameter]
    public SwitchParameter Histogram { get; set; }

    /// <summary>Measures the stored values instead of real values.</summary>
    [Parameter]
    public SwitchParameter Stored { get; set; }

    /// <summary>The rectangle to measure: the first column and row, counted from 0 at the top left, the width and the height in pixels.</summary>
    [Parameter]
    [ValidateCount(4, 4)]
    [PSDefaultValue(Help = "The whole frame")]
    public int[]? Region { get; set; }

    /// <summary>Measures all frames of a file together. If a frame cannot be decoded, the file has an error and no total.</summary>
    [Parameter]
    public SwitchParameter Total { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        try
        {
            _options = new FrameMeasureOptions
            {
                Stored = Stored,
                Percentiles = Percentile ?? [],
                Histogram = Histogram,
                Region = Region is { } region ? new FrameRegion(region[0], region[1], region[2], region[3]) : null,
                Total = Total,
                ThrottleLimit = ThrottleLimit,
            };
            _options.Validate();
        }
        catch (ArgumentException exception)
        {
            ThrowTerminatingError(ErrorRecords.ForCall(exception));
        }
    }

    private protected override IFrameSource<FrameMeasurement> Open(FileRequest request, CancellationToken cancellation)
    {
        FrameMeasureOptions options = _options with { Frames = FramesOf(request) };
        return request.File is not null ? MeasuredFrames.Open(request.File, options, cancellation) : MeasuredFrames.Open(request.Path, options, cancellation);
    }

    private protected override IReadOnlyList<DicomWarning> WarningsOf(FrameMeasurement frame) => frame.Warnings;

    private protected override int[]? ReadFrames(FileRequest request) => Total ? null : FramesOf(request);
}
