using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using PSDicom.Completion;
using PSDicom.Operations.Export;
using PSDicom.Operations.Targets;
using PSDicom.Pipeline;
using PSDicom.Rendering;

namespace PSDicom.Commands;

/// <summary>Writes the frames of DICOM files as pictures: PNG, JPEG, TIFF, BMP, GIF, or arrays for NumPy.</summary>
/// <remarks>
/// <para>
/// Each frame becomes one picture, as a viewer would first show it: by the file's first lookup table or window, or where it has none, over
/// the full range of 8-bit values, and from the smallest to the largest value of all others. -Window, -WindowCenter with -WindowWidth, or
/// -Minimum with -Maximum choose other values to be black and white, in the units that the values stand for: of CT, Hounsfield units.
/// Colour images come in their colours and have no window.
/// </para>
/// <para>
/// Pictures are named after their file, with the number of the frame if it has several; -NameTemplate makes other names, and folders,
/// of what is in the header. Whatever a file holds, no name leads out of the destination. No picture is written over a file that exists,
/// unless with -Force, and none is ever left half written: not by an error, a full disk or Ctrl-C. Only a process that is killed leaves a
/// file with a temporary name behind, which no later export touches: Get-ChildItem -Recurse -Force -Filter .~*.tmp finds them.
/// </para>
/// <para>
/// Nothing about the patient goes into a picture, except what is burnt into the image itself, what -NameTemplate puts into the name, and
/// what -TextTag names.
/// </para>
/// <para>
/// Frames are decoded and written on several threads, a few at a time, whatever the size of the file; the objects come in the order of the
/// input. A picture that cannot be made is one error, and the others go on. Because pictures are made ahead, more of them may be written
/// than Select-Object -First lets through.
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
///   <para>Writes frames\cine_1.png, cine_3.png, cine_4.png and cine_5.png. The folder is made if it is not there.</para>
/// </example>
/// <example>
///   <para>All CT images of a share through the brain window, sorted into folders</para>
///   <code>Get-DicomFile \\pacs\share -Recurse | Where-Object Modality -eq CT |
///     Export-DicomFrame -Window Brain -Destination brain -NameTemplate '{PatientID}/{StudyInstanceUID}/{SeriesNumber:0000}/{InstanceNumber:0000}'</code>
///   <para>Names such as brain\4711\1.2.840.1136\0002\0017.png, the study between the patient and the series. What a file does not have is Unknown.</para>
/// </example>
/// <example>
///   <para>A clip as an animation</para>
///   <code>Export-DicomFrame cine.dcm -Combine -Destination cine.gif</code>
///   <para>The format is that of the name. The frames are shown as fast as the file says. TIFF takes all frames as pages.</para>
/// </example>
/// <example>
///   <para>Each volume of a study as an animation, from the feet to the head</para>
///   <code>Get-DicomSeries .\study -Recurse -ByStack | Where-Object Kind -eq Volume | Export-DicomFrame -Combine -Format Gif -Destination volumes</code>
///   <para>One file a stack, named after the file of its first slice, in one window for all slices. Tiff has them as pages, Npy as one array.</para>
/// </example>
/// <example>
///   <para>Small pictures for a web page, and a list of them</para>
///   <code>Export-DicomFrame .\study -Recurse -Format Jpeg -Width 256 -Destination thumbnails | Export-Csv thumbnails.csv</code>
///   <para>The list has for each picture its path, its source, frame and size, and the window that was applied.</para>
/// </example>
/// <example>
///   <para>Hounsfield units for Python</para>
///   <code>Export-DicomFrame .\study -Recurse -Format Npy -Rescaled -Combine -Destination arrays</code>
///   <para>numpy.load opens each file as an array of frames x rows x columns; without -Rescaled, of the stored values.</para>
/// </example>
/// <example>
///   <para>See first what would be written</para>
///   <code>Export-DicomFrame .\study -Recurse -Destination pictures -NameTemplate '{Modality}/{BaseName}_{Frame:000}' -WhatIf</code>
///   <para>Writes nothing, not even the folder, and tells of names that are taken.</para>
/// </example>
/// <seealso cref="GetDicomFrameCommand"/>
/// <seealso cref="GetDicomFrameCountCommand"/>
/// <seealso cref="GetDicomSeriesCommand"/>
/// <seealso cref="GetDicomFileCommand"/>
/// <seealso>about_PSDicom</seealso>
[Cmdlet(VerbsData.Export, "DicomFrame", DefaultParameterSetName = PathSet, HelpUri = HelpPages.Address, SupportsShouldProcess = true)]
[OutputType(typeof(ExportedFrame))]
public sealed class ExportDicomFrameCommand : FileWritingCommand<PictureTarget, ExportedFrame>
{
    private const string StackSet = "Stack";

    private FrameExportQueue<FileRequest>? _queue;

    /// <summary>
    /// Series or stacks that Get-DicomSeries gave, from the pipeline: their frames in the order in which they lie in the patient. With -Combine each
    /// stack becomes one file, in one window for all of its frames unless -Window or others name one.
    /// </summary>
    [Parameter(Mandatory = true, ParameterSetName = StackSet, ValueFromPipeline = true)]
    [Alias("Series")]
    [StackObjects]
    [ValidateNotNullOrEmpty]
    public StackFrames[]? Stack { get; set; }

    /// <summary>
    /// The folder for the pictures; it is made if it is not there. Or the path of the one picture that is to be written, by its
    /// extension, such as out.png; it settles the format too.
    /// </summary>
    [Parameter(Position = 1)]
    [ValidateNotNullOrEmpty]
    [PSDefaultValue(Help = "The current location")]
    public string Destination { get; set; } = ".";

    /// <summary>
    /// The numbers of the frames, from 1, in the order wanted, with ranges such as 10..20. Without it, all. Of a series or stack they are counted
    /// in its order.
    /// </summary>
    [Parameter]
    [FrameRanges]
    [ValidateRange(1, int.MaxValue)]
    [ValidateNotNullOrEmpty]
    [PSDefaultValue(Help = "All frames")]
    public int[]? Frame { get; set; }

    /// <summary>
    /// The kind of the files. Png loses nothing; Jpeg is small, but loses detail; Tiff also takes reals and pages; Gif is for
    /// animations; Npy, for NumPy, and Raw hold the values themselves and are not rendered.
    /// </summary>
    [Parameter]
    [PictureFormatNames]
    [PSDefaultValue(Help = "That of the extension of -Destination, or else Png")]
    public PictureFormat? Format { get; set; }

    /// <summary>
    /// The names of the pictures below the destination, without extension:
    /// {PatientID}/{StudyInstanceUID}/{SeriesNumber:0000}/{InstanceNumber:0000}.
    /// Slashes make folders. In braces stand keywords, tags, or BaseName (the name of the file), Folder (of its folder) or Frame; behind a
    /// colon a format of .NET for numbers, dates or times, such as {StudyDate:yyyy-MM}. Braces themselves are doubled. In values,
    /// slashes, brackets and characters that file names must not have become _; what a file does not have is Unknown.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NameTemplateCompleter))]
    [PSDefaultValue(Help = "{BaseName}, or {BaseName}_{Frame} for files with several frames")]
    public string? NameTemplate { get; set; }

    /// <summary>
    /// The values that get greys. A preset, which is for CT: Brain, Subdural, Stroke, Bone, Lung, Mediastinum, Abdomen, Liver and others
    /// that Tab shows; a center and a width, as in 40/400 or 40,400; a number, for the n-th window of the file; the explanation of one of
    /// its windows; MinMax, from the smallest to the largest value of each frame; Percentile, from the 1st to the 99th percentile of its values, which leaves out outliers; None, the
    /// stored values as they are, in 16 bits if they need them; or Default.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [WindowNumbers]
    [ArgumentCompleter(typeof(WindowCompleter))]
    [PSDefaultValue(Help = "Default: as a viewer first shows it")]
    public string? Window { get; set; }

    /// <summary>The value that becomes middle grey; with -WindowWidth.</summary>
    [Parameter]
    public double? WindowCenter { get; set; }

    /// <summary>How many values there are from black to white; with -WindowCenter.</summary>
    [Parameter]
    public double? WindowWidth { get; set; }

    /// <summary>The value that becomes black (vmin). Without it but with -Maximum, the smallest of the frame.</summary>
    [Parameter]
    public double? Minimum { get; set; }

    /// <summary>The value that becomes white (vmax). Without it but with -Minimum, the largest of the frame.</summary>
    [Parameter]
    public double? Maximum { get; set; }

    /// <summary>
    /// Bits of a sample: 8 or 16. With 16 and no window named, grey images keep every stored value as it is.
    /// </summary>
    [Parameter]
    [ValidateSet("8", "16")]
    [PSDefaultValue(Help = "8; with -Window None as many as the values need")]
    public int? BitDepth { get; set; }

    /// <summary>The colours that greys become, such as Hot, PET, HotMetalBlue or Viridis. Colour images stay as they are.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ColorMapCompleter))]
    [PSDefaultValue(Help = "Grey")]
    public string? ColorMap { get; set; }

    /// <summary>Makes black white and white black.</summary>
    [Parameter]
    public SwitchParameter Invert { get; set; }

    /// <summary>Draws the overlays of the file, such as drawings and texts of the device, in white.</summary>
    [Parameter]
    public SwitchParameter Overlay { get; set; }

    /// <summary>Width of the pictures in pixels. Without -Height, that follows from the true proportions of the image.</summary>
    [Parameter]
    [ValidateRange(1, 65535)]
    [PSDefaultValue(Help = "That of the image")]
    public int? Width { get; set; }

    /// <summary>Height of the pictures in pixels. Without -Width, that follows from the true proportions of the image.</summary>
    [Parameter]
    [ValidateRange(1, 65535)]
    [PSDefaultValue(Help = "That of the image")]
    public int? Height { get; set; }

    /// <summary>How much larger (2) or smaller (0.5) than the image the pictures are. Pixels that are not square become so.</summary>
    [Parameter]
    [PSDefaultValue(Help = "Pixel for pixel, also if pixels are not square")]
    public double? Scale { get; set; }

    /// <summary>Turns the pictures clockwise, by 90, 180 or 270 degrees.</summary>
    [Parameter]
    [ValidateSet("0", "90", "180", "270")]
    [PSDefaultValue(Help = "0")]
    public int Rotate { get; set; }

    /// <summary>Mirrors the pictures, after they are turned: Horizontal (left and right change places), Vertical, or Both.</summary>
    [Parameter]
    [PSDefaultValue(Help = "None")]
    public PictureFlip Flip { get; set; }

    /// <summary>Quality of JPEG, from 1 to 100. The other formats lose nothing.</summary>
    [Parameter]
    [ValidateRange(1, 100)]
    [PSDefaultValue(Help = "90")]
    public int? Quality { get; set; }

    /// <summary>
    /// Keeps colour at full resolution in JPEG (4:4:4) and not at half of it (4:2:0). Fine coloured lines and texts need it.
    /// </summary>
    [Parameter]
    public SwitchParameter FullChroma { get; set; }

    /// <summary>
    /// Writes what the stored values stand for, such as Hounsfield units, and no rendered picture: into Tiff as reals, into Npy and Raw as
    /// the smallest type that has them exactly.
    /// </summary>
    [Parameter]
    public SwitchParameter Rescaled { get; set; }

    /// <summary>
    /// Writes all frames of a file, or of a stack of Get-DicomSeries, into one: the pages of a Tiff, an animated Gif, an array in Npy, or Raw.
    /// </summary>
    [Parameter]
    public SwitchParameter Combine { get; set; }

    /// <summary>
    /// Elements that are written into the pictures as text, for formats that have a place for it: keywords, wildcards, tags. They may
    /// tell who the patient is.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(TagCompleter))]
    [PSDefaultValue(Help = "Nothing")]
    public string[]? TextTag { get; set; }

    /// <summary>
    /// Replaces files that exist, but no DICOM file, and no file that is named as input. Two pictures of one call still never get the same name.
    /// </summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override string Parts => "pictures";

    private protected override OrderedWriter<FileRequest, PictureTarget, ExportedFrame> Writer => _queue!;

    private protected override void CreateWriter(Func<FileRequest, PictureTarget, bool> approve, bool isRehearsal) =>
        _queue = new FrameExportQueue<FileRequest>(ReadOptions(), ThrottleLimit, StopToken) { Approve = approve, ChecksUnapproved = isRehearsal };

    private protected override IEnumerable<FileRequest> Requests() => ParameterSetName == StackSet
        ? Stack!.SelectMany(stack => Combine ? [new FileRequest(stack)] : RequestsOf(stack))
        : base.Requests();

    private protected override void Queue(FileRequest request)
    {
        if (request.Frames is { } stack) Queue(request, stack);
        else if (request.File is not null) _queue!.Add(request, request.File);
        else _queue!.Add(request, request.Path);
    }

    private IEnumerable<FileRequest> RequestsOf(StackFrames stack)
    {
        foreach (DicomException error in stack.FindMissing(Frame)) yield return new FileRequest(ErrorRecords.ForFile(error, stack.Frames[0].Path));
        foreach (StackFrames frames in stack.ByFile(Frame)) yield return new FileRequest(frames);
    }

    private void Queue(FileRequest request, StackFrames stack)
    {
        foreach (StackFrame frame in stack.Frames) _queue!.Protect(frame.Path);
        if (Combine) _queue!.AddCombined(request, stack.Frames, stack.Suffix);
        else _queue!.Add(request, request.Path, stack.Frames.Select(frame => frame.Frame).ToArray());
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
        NameTemplate = NameTemplate is { } template ? ParseOrTerminate(template, () => Operations.Targets.NameTemplate.Parse(template)) : null,
        Rendering = new RenderOptions
        {
            Windowing = ParseOrTerminate(Window, () => WindowingChoice.Of(Window, WindowCenter, WindowWidth, Minimum, Maximum)),
            BitDepth = BitDepth,
            ColorMap = ColorMap is { } map ? ParseOrTerminate(map, () => Rendering.Colors.ColorMap.FromName(map)) : null,
            Invert = Invert,
            Overlay = Overlay,
            Width = Width,
            Height = Height,
            Scale = Scale,
            Rotate = Rotate,
            Flip = Flip,
        },
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
