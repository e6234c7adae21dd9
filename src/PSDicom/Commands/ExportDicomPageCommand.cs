using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using PSDicom.Completion;
using PSDicom.Operations.Pages;
using PSDicom.Pipeline;

namespace PSDicom.Commands;

/// <summary>Writes the frames of DICOM files into one HTML page for browsers.</summary>
/// <remarks>
/// <para>
/// The page is a single file that needs no server, no installation and no network. It opens from a folder, a share or a mail. It shows one frame at a
/// time: the wheel and the arrow keys scroll, dragging changes the window, Ctrl and wheel zoom, the space bar plays. The page shows the frame number,
/// the window, the value under the pointer with its unit, and a scale in mm if the pixel size is known. The key H lists all keys. Each series is an
/// entry of a list, with its frames in the order of the input.
/// </para>
/// <para>
/// With -Content Values, the page contains the values of grey frames without loss, and the window can be changed in the browser. With -Content
/// Display, it contains 8-bit pictures rendered with one window, in half the size or less. Colour frames are always pictures, and a color map,
/// overlays, inversion, rotation and mirroring are drawn into pictures. The browser decodes frames on demand.
/// </para>
/// <para>
/// The page contains no patient data and no file names, except text burnt into the image, the name of the page, and the elements of -TextTag. Its
/// content security policy blocks all connections and all scripts but its own. The page is not for diagnosis.
/// </para>
/// <para>
/// The headers of all files are read first. The page is written under a temporary name and renamed when complete, so it is never left half written. A
/// file that cannot be read is one error, and the others are still written. A frame that cannot be decoded is one error, and the page shows the reason
/// in its place.
/// </para>
/// </remarks>
/// <example>
///   <para>A clip for the browser</para>
///   <code>Export-DicomPage cine.dcm cine.html</code>
///   <para>Writes cine.html to the current location. The space bar plays the clip at the frame rate of the file.</para>
/// </example>
/// <example>
///   <para>The CT series of a study, each in the order of its slices</para>
///   <code>Get-DicomSeries .\study -Recurse | Where-Object Modality -eq CT | Export-DicomPage -Destination study.html -TextTag SeriesDescription, InstanceNumber</code>
///   <para>The list of the page has an entry for each series. The page shows description and number of each image.</para>
/// </example>
/// <example>
///   <para>A large series through the lung window, as small pictures</para>
///   <code>Export-DicomPage .\study -Recurse -Destination lung.html -Content Display -Window Lung -Quality 85 -Force</code>
///   <para>-Quality makes the pictures JPEG, which loses detail; without it they are PNG. -Force replaces an existing page.</para>
/// </example>
/// <seealso cref="ExportDicomFrameCommand"/>
/// <seealso cref="GetDicomFrameCommand"/>
/// <seealso cref="GetDicomFileCommand"/>
/// <seealso>about_PSDicom</seealso>
[Cmdlet(VerbsData.Export, "DicomPage", DefaultParameterSetName = PathSet, HelpUri = HelpPages.Address, SupportsShouldProcess = true)]
[OutputType(typeof(ExportedPage))]
public sealed class ExportDicomPageCommand : FileReadingCommand, IRenderParameters
{
    private PageOutput? _page;

    /// <summary>Series or stacks of Get-DicomSeries: their frames are shown in the order of their positions in the patient.</summary>
    [Parameter(Mandatory = true, ParameterSetName = StackSet, ValueFromPipeline = true)]
    [Alias("Series")]
    [StackObjects]
    [ValidateNotNullOrEmpty]
    public StackFrames[]? Stack { get; set; }

    /// <summary>The path of the page, with the extension .html or .htm. The folder is created if it does not exist.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [ValidateNotNullOrEmpty]
    public string? Destination { get; set; }

    /// <summary>
    /// The content of grey frames. Values: the values, with a window that can be changed. Display: 8-bit pictures, rendered with one window.
    /// </summary>
    [Parameter]
    [PSDefaultValue(Help = "Values; Display if the decoded frames exceed 64 MB, or with -ColorMap, -Overlay, -Invert, -Rotate or -Flip")]
    public PageContent? Content { get; set; }

    /// <summary>
    /// The frame numbers of each file, from 1, in output order, with ranges such as 10..20. In a series or stack they count in its order.
    /// </summary>
    [Parameter]
    [FrameRanges]
    [ValidateRange(1, int.MaxValue)]
    [ValidateNotNullOrEmpty]
    [PSDefaultValue(Help = "All frames")]
    public int[]? Frame { get; set; }

    /// <summary>
    /// The initial window: a CT preset such as Brain, Bone or Lung; a center and a width, as in 40/400; the number or the explanation of a window in
    /// the file; MinMax; Percentile; or Default.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [WindowNumbers]
    [ArgumentCompleter(typeof(WindowCompleter))]
    [PSDefaultValue(Help = "Default: as a viewer first shows it")]
    public string? Window { get; set; }

    /// <summary>The center of the initial window; with -WindowWidth.</summary>
    [Parameter]
    public double? WindowCenter { get; set; }

    /// <summary>The width of the initial window; with -WindowCenter.</summary>
    [Parameter]
    public double? WindowWidth { get; set; }

    /// <inheritdoc cref="ExportDicomFrameCommand.Minimum"/>
    [Parameter]
    public double? Minimum { get; set; }

    /// <inheritdoc cref="ExportDicomFrameCommand.Maximum"/>
    [Parameter]
    public double? Maximum { get; set; }

    /// <inheritdoc cref="ExportDicomFrameCommand.ColorMap"/>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ColorMapCompleter))]
    [PSDefaultValue(Help = "Grey")]
    public string? ColorMap { get; set; }

    /// <inheritdoc cref="ExportDicomFrameCommand.Invert"/>
    [Parameter]
    public SwitchParameter Invert { get; set; }

    /// <inheritdoc cref="ExportDicomFrameCommand.Overlay"/>
    [Parameter]
    public SwitchParameter Overlay { get; set; }

    /// <inheritdoc cref="ExportDicomFrameCommand.Rotate"/>
    [Parameter]
    [ValidateSet("0", "90", "180", "270")]
    [PSDefaultValue(Help = "0")]
    public int Rotate { get; set; }

    /// <inheritdoc cref="ExportDicomFrameCommand.Flip"/>
    [Parameter]
    [PSDefaultValue(Help = "None")]
    public PictureFlip Flip { get; set; }

    /// <summary>The JPEG quality of pictures, from 1 to 100: smaller, but not lossless.</summary>
    [Parameter]
    [ValidateRange(1, 100)]
    [PSDefaultValue(Help = "PNG, which loses nothing")]
    public int? Quality { get; set; }

    /// <summary>The elements that the page shows beside each frame: keywords, wildcards, tags. They may identify the patient.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(TagCompleter))]
    [PSDefaultValue(Help = "Nothing")]
    public string[]? TextTag { get; set; }

    /// <summary>Allows a page of more than 256 MB. Browsers load such a page slowly and need much memory.</summary>
    [Parameter]
    public SwitchParameter AllowLarge { get; set; }

    /// <summary>Replaces an existing page, but never a DICOM file or a file named as input.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override int InputsPerThread => Threading.OrderedReadAhead.LargeResultsPerThread;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        try
        {
            _page = new PageOutput(this, ReadOptions(), ThrottleLimit, StopToken);
        }
        catch (ArgumentException exception)
        {
            ThrowTerminatingError(ErrorRecords.ForCall(exception));
        }

        _page!.Check();
    }

    private protected override IEnumerable<FileRequest> Requests() =>
        ParameterSetName == StackSet ? Stack!.SelectMany(stack => stack.Requests(Frame)) : base.Requests();

    private protected override void Announce(IReadOnlyList<FileRequest> requests)
    {
        foreach (FileRequest request in requests) _page!.Protect(request);
    }

    private protected override void Add(FileRequest request)
    {
        if (_page!.IsRefused) return;
        _page.Protect(request);
        base.Add(request);
    }

    private protected override FileResult Read(FileRequest request, CancellationToken cancellation) => _page!.Read(request, cancellation);

    private protected override void WriteResult(FileRequest request, FileResult result) => _page!.Add(request, (PageSource)result.Output);

    private protected override void Finish()
    {
        PageOutput page = _page!;
        if (page.IsEmpty) return;
        if (!ShouldProcess(page.Name, $"Export a page of {page.Content}")) page.Check();
        else if (page.Write() is { } written) WriteObject(written);
    }

    private PageExportOptions ReadOptions() => new()
    {
        Destination = ResolveTarget(Destination!),
        Content = Content,
        Rendering = RenderParameters.Read(this, this),
        Frames = Frame,
        Quality = Quality,
        Text = TagParameter.Parse(this, TextTag),
        CharacterSet = ParsedCharacterSet,
        AllowLarge = AllowLarge,
        Force = Force,
    };
}
