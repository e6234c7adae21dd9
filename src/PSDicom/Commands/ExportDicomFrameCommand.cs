using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using PSDicom.Completion;
using PSDicom.Operations.Export;
using PSDicom.Operations.Targets;
using PSDicom.Pipeline;

namespace PSDicom.Commands;

/// <summary>Writes the frames of DICOM files as pictures: PNG, JPEG, TIFF, BMP, GIF, WebP, or arrays for NumPy.</summary>
/// <remarks>
/// <para>
/// Each frame becomes one picture, as a viewer first shows it: with the first VOI lookup table or window of the file. Without one, 8-bit
/// values are shown over their full range, others from the smallest to the largest value. -Window, -WindowCenter with -WindowWidth, or
/// -Minimum with -Maximum select other values, in real units: Hounsfield units for CT. Colour images keep their colours and have no window.
/// </para>
/// <para>
/// Pictures are named after their file, with the frame number if the file has several frames; -NameTemplate makes names and folders from
/// header values. No header value can lead out of the destination. Existing files are replaced only with -Force. Pictures are never left
/// half written, not even after an error, a full disk or Ctrl-C. Only a killed process leaves a temporary file behind, which later exports
/// do not touch: Get-ChildItem -Recurse -Force -Filter .~*.tmp finds such files.
/// </para>
/// <para>
/// Pictures hold no patient data, except what is burnt into the image itself, what -NameTemplate puts into the name, and what -TextTag
/// names.
/// </para>
/// <para>
/// Frames are decoded and written on several threads, a few at a time, whatever the size of the file; output is in the order of the input.
/// A picture that cannot be made is one error, and the others are still written. Pictures are made ahead, so more may be written than
/// Select-Object -First passes on.
/// </para>
/// </remarks>
/// <example>
///   <para>A picture as a viewer shows it</para>
///   <code>Export-DicomFrame head.dcm</code>
///   <para>Writes head.png to the current location.</para>
/// </example>
/// <example>
///   <para>Some frames of a clip, windowed</para>
///   <code>Export-DicomFrame cine.dcm -Frame 1, 3..5 -Window MinMax -Destination frames</code>
///   <para>Writes frames\cine_1.png, cine_3.png, cine_4.png and cine_5.png. The folder is created if it does not exist.</para>
/// </example>
/// <example>
///   <para>All CT images of a share through the brain window, sorted into folders</para>
///   <code>Get-DicomFile \\pacs\share -Recurse | Where-Object Modality -eq CT |
///     Export-DicomFrame -Window Brain -Destination brain -NameTemplate '{PatientID}/{StudyInstanceUID}/{SeriesNumber:0000}/{InstanceNumber:0000}'</code>
///   <para>Names such as brain\4711\1.2.840.1136\0002\0017.png, the study between the patient and the series. Missing values become Unknown.</para>
/// </example>
/// <example>
///   <para>A clip as an animation</para>
///   <code>Export-DicomFrame cine.dcm -Combine -Destination cine.gif</code>
///   <para>The extension gives the format. The frame rate is that of the file. A TIFF file takes all frames as pages.</para>
/// </example>
/// <example>
///   <para>Each volume of a study as an animation, from the feet to the head</para>
///   <code>Get-DicomSeries .\study -Recurse -ByStack | Where-Object Kind -eq Volume | Export-DicomFrame -Combine -Format Gif -Destination volumes</code>
///   <para>One file a stack, named after the file of its first slice, in one window for all slices. Tiff has them as pages, Npy as one array.</para>
/// </example>
/// <example>
///   <para>Small pictures for a web page, and a list of them</para>
///   <code>Export-DicomFrame .\study -Recurse -Format Jpeg -Width 256 -Destination thumbnails | Export-Csv thumbnails.csv</code>
///   <para>The list has the path, source, frame, size and window of each picture.</para>
/// </example>
/// <example>
///   <para>Hounsfield units for Python</para>
///   <code>Export-DicomFrame .\study -Recurse -Format Npy -Rescaled -Combine -Destination arrays</code>
///   <para>numpy.load opens each file as an array of frames x rows x columns; without -Rescaled, of the stored values.</para>
/// </example>
/// <example>
///   <para>Preview what would be written</para>
///   <code>Export-DicomFrame .\study -Recurse -Destination pictures -NameTemplate '{Modality}/{BaseName}_{Frame:000}' -WhatIf</code>
///   <para>Writes nothing, not even the folder, and reports names that are already in use.</para>
/// </example>
/// <seealso cref="GetDicomFrameCommand"/>
/// <seealso cref="GetDicomFrameCountCommand"/>
/// <seealso cref="GetDicomSeriesCommand"/>
/// <seealso cref="GetDicomFileCommand"/>
/// <seealso>about_PSDicom</seealso>
[Cmdlet(VerbsData.Export, "DicomFrame", DefaultParameterSetName = PathSet, HelpUri = HelpPages.Address, SupportsShouldProcess = true)]
[OutputType(typeof(ExportedFrame))]
public sealed class ExportDicomFrameCommand : FileWritingCommand<PictureTarget, ExportedFrame>, IRenderParameters
{
    private FrameExportQueue<FileRequest>? _queue;

    /// <summary>
    /// Series or stacks of Get-DicomSeries: their frames are written in the order of their positions in the patient. With -Combine each stack
    /// becomes one file, in one window for all of its frames unless -Window or others name one.
    /// </summary>
    [Parameter(Mandatory = true, ParameterSetName = StackSet, ValueFromPipeline = true)]
    [Alias("Series")]
    [StackObjects]
    [ValidateNotNullOrEmpty]
    public StackFrames[]? Stack { get; set; }

    /// <summary>
    /// The folder for the pictures, created if it does not exist. Or, with an extension such as out.png, the path of a single picture,
    /// which sets the format too.
    /// </summary>
    [Parameter(Position = 1)]
    [ValidateNotNullOrEmpty]
    [PSDefaultValue(Help = "The current location")]
    public string Destination { get; set; } = ".";

    /// <summary>
    /// The frame numbers, from 1, in the order wanted; ranges such as 10..20 are allowed. In a series or stack they count in its order.
    /// </summary>
    [Parameter]
    [FrameRanges]
    [ValidateRange(1, int.MaxValue)]
    [ValidateNotNullOrEmpty]
    [PSDefaultValue(Help = "All frames")]
    public int[]? Frame { get; set; }

    /// <summary>
    /// The format of the pictures. Png is lossless; Jpeg is small, but loses detail; Tiff can also hold floating-point values and pages;
    /// Gif is for animations; WebP is lossless, or with -Quality smaller than Jpeg; Npy, for NumPy, and Raw hold the values themselves and are not rendered.
    /// </summary>
    [Parameter]
    [PictureFormatNames]
    [PSDefaultValue(Help = "That of the extension of -Destination, or else Png")]
    public PictureFormat? Format { get; set; }

    /// <summary>
    /// The names of the pictures below the destination, without extension:
    /// {PatientID}/{StudyInstanceUID}/{SeriesNumber:0000}/{InstanceNumber:0000}. Slashes make folders. Braces hold a keyword, a tag, or
    /// BaseName (the name of the file), Folder (the name of its folder) or Frame; a .NET format for numbers, dates or times may follow a
    /// colon, such as {StudyDate:yyyy-MM}. Double a brace to write it literally. In values, slashes, brackets and characters that file
    /// names cannot have become _; missing values become Unknown.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NameTemplateCompleter))]
    [PSDefaultValue(Help = "{BaseName}, or {BaseName}_{Frame} for files with several frames")]
    public string? NameTemplate { get; set; }

    /// <summary>
    /// The values shown from black to white. A preset for CT: Brain, Subdural, Stroke, Bone, Lung, Mediastinum, Abdomen, Liver and others
    /// that Tab lists; a center and a width, as in 40/400 or 40,400; a number, for the n-th window of the file; the explanation of one of
    /// its windows; MinMax, from the smallest to the largest value of each frame; Percentile, from the 1st to the 99th percentile of its
    /// values, which ignores outliers; None, the stored values unchanged, with 16 bits if needed; or Default.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [WindowNumbers]
    [ArgumentCompleter(typeof(WindowCompleter))]
    [PSDefaultValue(Help = "Default: as a viewer first shows it")]
    public string? Window { get; set; }

    /// <summary>The value shown as middle grey. Needs -WindowWidth.</summary>
    [Parameter]
    public double? WindowCenter { get; set; }

    /// <summary>The range of values from black to white. Needs -WindowCenter.</summary>
    [Parameter]
    public double? WindowWidth { get; set; }

    /// <summary>The value shown as black (vmin). With -Maximum alone, the smallest value of the frame.</summary>
    [Parameter]
    public double? Minimum { get; set; }

    /// <summary>The value shown as white (vmax). With -Minimum alone, the largest value of the frame.</summary>
    [Parameter]
    public double? Maximum { get; set; }

    /// <summary>Bits per sample: 8 or 16. With 16 and no window, grey images keep every stored value.</summary>
    [Parameter]
    [ValidateSet("8", "16")]
    [PSDefaultValue(Help = "8; with -Window None, as many as the values need")]
    public int? BitDepth { get; set; }

    /// <summary>The color map for grey images, such as Hot, PET, HotMetalBlue or Viridis. Colour images are not changed.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ColorMapCompleter))]
    [PSDefaultValue(Help = "Grey")]
    public string? ColorMap { get; set; }

    /// <summary>Inverts the pictures: black becomes white.</summary>
    [Parameter]
    public SwitchParameter Invert { get; set; }

    /// <summary>Draws the overlays of the file, such as annotations of the device, in white.</summary>
    [Parameter]
    public SwitchParameter Overlay { get; set; }

    /// <summary>Width of the pictures in pixels. Without -Height, the height keeps the true proportions of the image.</summary>
    [Parameter]
    [ValidateRange(1, 65535)]
    [PSDefaultValue(Help = "That of the image")]
    public int? Width { get; set; }

    /// <summary>Height of the pictures in pixels. Without -Width, the width keeps the true proportions of the image.</summary>
    [Parameter]
    [ValidateRange(1, 65535)]
    [PSDefaultValue(Help = "That of the image")]
    public int? Height { get; set; }

    /// <summary>Scale factor: 2 doubles the size, 0.5 halves it. Pixels that are not square become square.</summary>
    [Parameter]
    [PSDefaultValue(Help = "One to one, even if pixels are not square")]
    public double? Scale { get; set; }

    /// <summary>Rotates the pictures clockwise, by 90, 180 or 270 degrees.</summary>
    [Parameter]
    [ValidateSet("0", "90", "180", "270")]
    [PSDefaultValue(Help = "0")]
    public int Rotate { get; set; }

    /// <summary>Mirrors the pictures after rotation: Horizontal (swaps left and right), Vertical, or Both.</summary>
    [Parameter]
    [PSDefaultValue(Help = "None")]
    public PictureFlip Flip { get; set; }

    /// <summary>JPEG or WebP quality, from 1 to 100. The other formats are lossless, as is WebP without it.</summary>
    [Parameter]
    [ValidateRange(1, 100)]
    [PSDefaultValue(Help = "90 for Jpeg; without loss for WebP")]
    public int? Quality { get; set; }

    /// <summary>Keeps colour at full resolution in JPEG (4:4:4) instead of half (4:2:0), for fine coloured lines and text.</summary>
    [Parameter]
    public SwitchParameter FullChroma { get; set; }

    /// <summary>
    /// Writes real values, such as Hounsfield units, instead of a rendered picture: as floating-point numbers in Tiff, as the smallest type
    /// that holds them exactly in Npy and Raw.
    /// </summary>
    [Parameter]
    public SwitchParameter Rescaled { get; set; }

    /// <summary>
    /// Writes all frames of a file or stack into one picture: pages of a Tiff, an animated Gif, one array in Npy or Raw.
    /// </summary>
    [Parameter]
    public SwitchParameter Combine { get; set; }

    /// <summary>
    /// Elements written into the pictures as text, in formats that support it: keywords, wildcards, tags. They may identify the patient.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(TagCompleter))]
    [PSDefaultValue(Help = "None")]
    public string[]? TextTag { get; set; }

    /// <summary>
    /// Replaces existing files, but never a DICOM file or a file named as input. Two pictures of one call still never share a name.
    /// </summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override string Parts => "pictures";

    private protected override OrderedWriter<FileRequest, PictureTarget, ExportedFrame> Writer => _queue!;

    private protected override void CreateWriter(Func<FileRequest, PictureTarget, bool> approve, bool isRehearsal) =>
        _queue = new FrameExportQueue<FileRequest>(ReadOptions(), ThrottleLimit, StopToken) { Approve = approve, ChecksUnapproved = isRehearsal };

    private protected override IEnumerable<FileRequest> Requests() => ParameterSetName == StackSet
        ? Stack!.SelectMany(stack => Combine ? [new FileRequest(stack)] : stack.RequestsByFile(Frame))
        : base.Requests();

    private protected override void Queue(FileRequest request)
    {
        if (request.Frames is { } stack) Queue(request, stack);
        else if (request.File is not null) _queue!.Add(request, request.File);
        else _queue!.Add(request, request.Path);
    }

    private void Queue(FileRequest request, StackFrames stack)
    {
        foreach (StackFrame frame in stack.Frames) _queue!.Protect(frame.Path);
        if (Combine) _queue!.AddCombined(request, stack.Frames, stack.Suffix);
        else _queue!.Add(request, request.Path, stack.Numbers);
    }

    private protected override string Describe(string source, PictureTarget? target) =>
        target?.Frame is { } frame ? $"export frame {frame} of '{source}'" : $"export '{source}'";

    private protected override IReadOnlyList<DicomWarning> WarningsOf(ExportedFrame result) => result.GetWarnings();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing) _queue?.Dispose();
        base.Dispose(disposing);
    }

    private FrameExportOptions ReadOptions() => new()
    {
        Destination = ResolveTarget(Destination),
        Format = Format,
        NameTemplate = NameTemplate is { } template ? this.ParseOrTerminate(template, () => Operations.Targets.NameTemplate.Parse(template)) : null,
        Rendering = RenderParameters.Read(this, this, BitDepth, Width, Height, Scale),
        Rescaled = Rescaled,
        Frames = Frame,
        Quality = Quality,
        FullChroma = FullChroma,
        Combine = Combine,
        Force = Force,
        SkipExisting = SkipExisting,
        Text = TagParameter.Parse(this, TextTag),
        CharacterSet = ParsedCharacterSet,
    };
}
