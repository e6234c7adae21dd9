using System;
using System.Collections.Generic;
using System.Management.Automation;
using System.Threading;
using PSDicom.Completion;
using PSDicom.Frames;
using PSDicom.Operations.Pages;
using PSDicom.Operations.Show;
using PSDicom.Pictures.Terminal;
using PSDicom.Pipeline;
using PSDicom.Query;
using PSDicom.Rendering;
using PSDicom.Terminal;

namespace PSDicom.Commands;

/// <summary>Shows frames as pictures in the terminal.</summary>
/// <remarks>
/// <para>
/// The pictures are text in the pipeline: one string per picture, or per row of pictures with -Columns. They work through SSH, jobs and
/// files, and Get-Content shows them again.
/// </para>
/// <para>
/// -As selects the drawing. HalfBlock needs only a terminal with 24-bit colours. Sixel and Kitty show pixels, in terminals that support them:
/// Windows Terminal 1.22 and later supports Sixel, which has 101 greys. Auto draws half blocks if output or input is redirected, in remote
/// sessions and jobs, in tmux and screen, and through SSH to Windows; otherwise it uses environment variables, or else asks the terminal once.
/// $env:PSDICOM_GRAPHICS, with one of the names, overrides the detection.
/// </para>
/// <para>
/// Above each picture are the name of the file, the number of the frame, the size in pixels and the window. No patient data are shown, except
/// what is burnt into the image itself and what -TextTag names.
/// </para>
/// <para>
/// With -As Html, the frames become a page as of Export-DicomPage, in a new folder below the temporary folder that only you can read. It opens in the
/// browser where there is a desktop, but not in a remote session or through SSH. The output is the page; delete it when it is no longer needed.
/// </para>
/// <para>A terminal is too coarse for diagnosis; Export-DicomFrame writes pictures with every pixel.</para>
/// </remarks>
/// <example>
///   <para>Check that this is the right image</para>
///   <code>Show-DicomFrame .\head.dcm</code>
///   <para>Shows it as a viewer first shows it, as large as the window of the terminal allows.</para>
/// </example>
/// <example>
///   <para>A clip as a contact sheet</para>
///   <code>Show-DicomFrame .\cine.dcm -Frame 1..8 -Columns 4</code>
///   <para>Four frames side by side, in two rows.</para>
/// </example>
/// <example>
///   <para>The CT images of a folder through the bone window</para>
///   <code>Get-DicomFile .\study -Recurse | Where-Object Modality -eq CT | Show-DicomFrame -Window Bone -Columns 3</code>
///   <para>Frames of several files share a row.</para>
/// </example>
/// <example>
///   <para>A picture in a log without colours</para>
///   <code>Show-DicomFrame .\head.dcm -As Ascii -Width 60 | Add-Content check.log</code>
///   <para>Sixty characters wide.</para>
/// </example>
/// <example>
///   <para>The slices of a series in the browser</para>
///   <code>Get-DicomSeries .\study -Recurse -ByStack | Select-Object -First 1 | Show-DicomFrame -As Html</code>
///   <para>The wheel scrolls through the slices in the order of their positions.</para>
/// </example>
/// <seealso cref="ExportDicomPageCommand"/>
/// <seealso cref="ExportDicomFrameCommand"/>
/// <seealso cref="MeasureDicomFrameCommand"/>
/// <seealso cref="GetDicomFrameCommand"/>
/// <seealso>about_PSDicom</seealso>
[Cmdlet(VerbsCommon.Show, "DicomFrame", DefaultParameterSetName = PathSet, HelpUri = HelpPages.Address)]
[OutputType(typeof(string), typeof(ExportedPage))]
public sealed class ShowDicomFrameCommand : FrameReadingCommand<ShownFrame>, IRenderParameters
{
    /// <summary>Rows of the window that are left for the caption and the prompt.</summary>
    private const int OtherRows = 3;

    private readonly List<ShownFrame> _row = [];
    private FrameShowOptions _options = new();
    private TemporaryPage? _temporary;
    private PageOutput? _page;

    /// <summary>The drawing: HalfBlock, Sixel, Kitty or Ascii; Auto, as the terminal supports; or Html, a page for a browser.</summary>
    [Parameter]
    [PSDefaultValue(Help = "Auto")]
    public FrameDisplay As { get; set; }

    /// <summary>The number of pictures side by side.</summary>
    [Parameter]
    [ValidateRange(1, FrameShowOptions.MaxPicturesInRow)]
    [PSDefaultValue(Help = "1")]
    public int Columns { get; set; } = 1;

    /// <summary>
    /// The width of a picture, or of a row of pictures, in columns of the terminal. Without it, pictures fit into the window and are not wider
    /// than the image has pixels.
    /// </summary>
    [Parameter]
    [ValidateRange(1, FrameShowOptions.MaxColumns)]
    [PSDefaultValue(Help = "At most that of the window")]
    public int? Width { get; set; }

    /// <inheritdoc cref="ExportDicomFrameCommand.Window"/>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [WindowNumbers]
    [ArgumentCompleter(typeof(WindowCompleter))]
    [PSDefaultValue(Help = "Default: as a viewer first shows it")]
    public string? Window { get; set; }

    /// <inheritdoc cref="ExportDicomFrameCommand.WindowCenter"/>
    [Parameter]
    public double? WindowCenter { get; set; }

    /// <inheritdoc cref="ExportDicomFrameCommand.WindowWidth"/>
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

    /// <summary>Elements shown above each picture: keywords, wildcards, tags. They may identify the patient.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(TagCompleter))]
    [PSDefaultValue(Help = "None")]
    public string[]? TextTag { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        try
        {
            if (As == FrameDisplay.Html) StartPage();
            else ReadOptions();
        }
        catch (ArgumentException exception)
        {
            ThrowTerminatingError(ErrorRecords.ForCall(exception));
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing) _temporary?.DeleteIfEmpty();
        base.Dispose(disposing);
    }

    private protected override FileResult Read(FileRequest request, CancellationToken cancellation) =>
        _page?.Read(request, cancellation) ?? base.Read(request, cancellation);

    private protected override void WriteResult(FileRequest request, FileResult result)
    {
        if (_page is not null) _page.Add(request, (PageSource)result.Output);
        else base.WriteResult(request, result);
    }

    private protected override void Finish()
    {
        WriteRow();
        if (_page is not { IsEmpty: false } || _page.Write() is not { } page) return;
        if (!RemoteSession.IsOf(Host)) Desktop.TryOpen(page.FullName);
        WriteObject(page);
    }

    private void ReadOptions()
    {
        (int columns, int? rows) = HostTerminal.SizeOf(Host);
        _options = new FrameShowOptions
        {
            Terminal = As == FrameDisplay.Auto ? HostTerminal.Features(Host) : new TerminalFeatures { Drawing = (TerminalDrawing)As },
            Rendering = RenderParameters.Read(this, this),
            Columns = Width ?? Math.Min(columns - 1, FrameShowOptions.MaxColumns),
            Rows = Width is null && rows > OtherRows ? rows - OtherRows : null,
            FillsColumns = Width is not null,
            PicturesInRow = Columns,
            Text = TagParameter.Parse(this, TextTag),
            CharacterSet = ParsedCharacterSet,
            ThrottleLimit = ThrottleLimit,
        };
        _options.Validate();
    }

    private void StartPage()
    {
        if (MyInvocation.BoundParameters.ContainsKey(nameof(Columns)) || Width is not null)
            throw new ArgumentException("Columns and Width are for drawings in the terminal: a page shows one frame at a time, in the size of its window.");
        RenderOptions rendering = RenderParameters.Read(this, this);
        TagQuery? text = TagParameter.Parse(this, TextTag);
        _temporary = TemporaryPage.Create();
        _page = new PageOutput(
            this,
            new PageExportOptions
            {
                Destination = _temporary.FullName, Rendering = rendering, Frames = Frame, Text = text, CharacterSet = ParsedCharacterSet, AllowLarge = true,
            },
            ThrottleLimit,
            StopToken);
    }

    private protected override IFrameSource<ShownFrame> Open(FileRequest request, CancellationToken cancellation) => request.File is not null
        ? ShownFrames.Open(request.File, _options, cancellation)
        : ShownFrames.Open(request.Path, _options, cancellation);

    private protected override IReadOnlyList<DicomWarning> WarningsOf(ShownFrame frame) => frame.Warnings;

    private protected override void WriteFrame(ShownFrame frame)
    {
        _row.Add(frame);
        if (_row.Count == Columns) WriteRow();
    }

    private void WriteRow()
    {
        if (_row.Count == 0) return;
        WriteObject(FrameDrawing.Draw(_row, _options));
        _row.Clear();
    }
}
