using System.Collections.Generic;
using System.Management.Automation;
using System.Threading;
using PSDicom.Frames;
using PSDicom.Pipeline;

namespace PSDicom.Commands;

/// <summary>Decodes the frames of DICOM files into arrays of numbers.</summary>
/// <remarks>
/// <para>
/// Each frame is one object. Pixels is an array of the stored values, row by row from the top, with the samples of a colour pixel together;
/// the file determines its type: bytes, signed or unsigned 16-bit numbers, and so on. $frame[row, column] is one value ($frame[row, column,
/// sample] for colour), counted from 0. Minimum, Maximum, Mean and StandardDeviation are computed when used.
/// </para>
/// <para>
/// Pixels is not a listed property, so that Export-Csv, ConvertTo-Json and jobs do not carry megabytes by surprise; use it by name.
/// </para>
/// <para>
/// Supported are uncompressed pixel data of every kind, RLE, JPEG, JPEG-LS, JPEG 2000, High-Throughput JPEG 2000 and deflated frames.
/// Frames are decoded ahead on all processors and come in order; a single large frame is split where its compression allows it. Only a few
/// frames are in memory at a time, whatever the size of the file. A frame that cannot be decoded is one error, and the others are still
/// decoded.
/// </para>
/// </remarks>
/// <example>
///   <para>The range of values of each slice, in Hounsfield units</para>
///   <code>Get-DicomFrame D:\ct -Recurse -Rescaled | Select-Object FullName, Minimum, Maximum, Mean</code>
///   <para>-Rescaled applies the rescale slope and intercept, or the modality LUT, of each file or frame.</para>
/// </example>
/// <example>
///   <para>One pixel in each frame of a clip</para>
///   <code>Get-DicomFrame .\cine.dcm | ForEach-Object { $_[32, 32] }</code>
///   <para>Row 32, column 32, counted from 0 at the top left.</para>
/// </example>
/// <example>
///   <para>Some frames of a clip, each as an array of numbers</para>
///   <code>$frames = Get-DicomFrame .\cine.dcm -Frame 1, 4, 5
/// $frames[0].Pixels.Length</code>
///   <para>Frames are counted from 1, as in DICOM. Only these are read and decoded.</para>
/// </example>
/// <example>
///   <para>Find frames whose pixels all have the same value</para>
///   <code>Get-DicomFrame .\study -Recurse | Where-Object StandardDeviation -eq 0 | Select-Object FullName, Frame, Minimum</code>
///   <para>With -Recurse, files that are not DICOM or have no image are skipped.</para>
/// </example>
/// <seealso cref="GetDicomFrameCountCommand"/>
/// <seealso cref="GetDicomFileCommand"/>
/// <seealso>about_PSDicom</seealso>
[Cmdlet(VerbsCommon.Get, "DicomFrame", DefaultParameterSetName = PathSet, HelpUri = HelpPages.Address)]
[OutputType(typeof(DicomFrame))]
public sealed class GetDicomFrameCommand : FrameReadingCommand<DicomFrame>
{
    private FrameReadOptions _options = new();

    /// <summary>
    /// Gives real values, such as Hounsfield units: by the modality LUT or the rescale slope and intercept, of the frame where it has its
    /// own; for dose, by Dose Grid Scaling. Unit is the unit, if the file has one. The type is the smallest that holds every value exactly,
    /// or double.
    /// </summary>
    [Parameter]
    public SwitchParameter Rescaled { get; set; }

    /// <summary>Converts colour stored as YBR or with a palette to red, green and blue. Grey frames are not changed.</summary>
    [Parameter]
    public SwitchParameter AsRgb { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        _options = new FrameReadOptions { Rescaled = Rescaled, AsRgb = AsRgb, ThrottleLimit = ThrottleLimit };
        base.BeginProcessing();
    }

    private protected override IFrameSource<DicomFrame> Open(FileRequest request, CancellationToken cancellation) => new DecodedFrames(
        request.File is not null ? FrameFile.Open(request.File, cancellation) : FrameFile.Open(request.Path, cancellation), _options);

    private protected override IReadOnlyList<DicomWarning> WarningsOf(DicomFrame frame) => frame.Warnings;
}
