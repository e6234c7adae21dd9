using System;
using System.Collections.Generic;
using System.Management.Automation;
using System.Threading;
using PSDicom.Frames;
using PSDicom.Frames.Measuring;
using PSDicom.Pipeline;

namespace PSDicom.Commands;

/// <summary>Measures the values of frames: count, range, mean, standard deviation, percentiles and histogram.</summary>
/// <remarks>
/// <para>
/// The rescaled values are measured, such as Hounsfield units. Unit is their unit, if the file specifies one. -Stored measures the stored values
/// instead. The output is one object per frame, or with -Total, one object per file.
/// </para>
/// <para>
/// Padding (Pixel Padding Value and Pixel Padding Range Limit) and values that are not numbers are left out. ExcludedCount is the number of values
/// left out. Colour images are measured as stored, with the samples of all channels together.
/// </para>
/// <para>
/// Each percentile is a property: P50 is the median. Percentiles are interpolated linearly, as by NumPy. The standard deviation is that of the
/// population: the sum of squares is divided by the number of values.
/// </para>
/// </remarks>
/// <example>
///   <para>Range, mean and spread of each slice in Hounsfield units</para>
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
///   <para>The square begins in column 22 and row 22, counted from 0 at the top left, as in $frame[row, column] of Get-DicomFrame.</para>
/// </example>
/// <example>
///   <para>The histogram of a clip as a whole</para>
///   <code>(Measure-DicomFrame .\cine.dcm -Total -Histogram).Histogram | Export-Csv histogram.csv</code>
///   <para>Each value that occurs is a row with its count.</para>
/// </example>
/// <seealso cref="GetDicomFrameCommand"/>
/// <seealso cref="ShowDicomFrameCommand"/>
/// <seealso>about_PSDicom</seealso>
[Cmdlet(VerbsDiagnostic.Measure, "DicomFrame", DefaultParameterSetName = PathSet, HelpUri = HelpPages.Address)]
[OutputType(typeof(FrameMeasurement))]
public sealed class MeasureDicomFrameCommand : FrameReadingCommand<FrameMeasurement>
{
    private FrameMeasureOptions _options = new();

    /// <summary>The percentiles to compute, from 0 to 100. Each becomes a property: P1, P50, P99.5.</summary>
    [Parameter]
    [ValidateRange(0.0, 100.0)]
    [ValidateNotNullOrEmpty]
    [PSDefaultValue(Help = "None")]
    public double[]? Percentile { get; set; }

    /// <summary>Adds the property Histogram: the number of occurrences of each value, as a list of Value and Count in ascending order, without bins.</summary>
    [Parameter]
    public SwitchParameter Histogram { get; set; }

    /// <summary>Measures the stored values instead of the rescaled ones.</summary>
    [Parameter]
    public SwitchParameter Stored { get; set; }

    /// <summary>The rectangle to measure: first column and first row, counted from 0 at the top left, then width and height in pixels.</summary>
    [Parameter]
    [ValidateCount(4, 4)]
    [PSDefaultValue(Help = "The whole frame")]
    public int[]? Region { get; set; }

    /// <summary>Measures all frames of a file together. If a frame cannot be decoded, the file is an error and has no total.</summary>
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
                Frames = Frame,
                ThrottleLimit = ThrottleLimit,
            };
            _options.Validate();
        }
        catch (ArgumentException exception)
        {
            ThrowTerminatingError(ErrorRecords.ForCall(exception));
        }
    }

    private protected override IFrameSource<FrameMeasurement> Open(FileRequest request, CancellationToken cancellation) => request.File is not null
        ? MeasuredFrames.Open(request.File, _options, cancellation)
        : MeasuredFrames.Open(request.Path, _options, cancellation);

    private protected override IReadOnlyList<DicomWarning> WarningsOf(FrameMeasurement frame) => frame.Warnings;

    private protected override int[]? ReadFrames => Total ? null : Frame;
}
