using System;
using System.Collections.Generic;
using System.Management.Automation;
using System.Threading;
using PSDicom.Completion;
using PSDicom.Frames;
using PSDicom.Operations.Show;
using PSDicom.Pictures.Terminal;
using PSDicom.Pipeline;
using PSDicom.Terminal;

namespace PSDicom.Commands;

/// <summary>Shows frames as pictures in the terminal.</summary>
/// <remarks>
/// <para>
/// The pictures are text, in the pipeline like any other: one string a picture, or a row of pictures with -Columns. It goes through SSH, jobs
/// and files, and Get-Content shows it again.
/// </para>
/// <para>
/// -As says how they are drawn. HalfBlock needs nothing but a terminal with 24-bit colours. Sixel and Kitty show pixels, in terminals that know
/// them: Windows Terminal 1.22 and later knows Sixel, which has 101 greys. Auto draws half blocks where output or input is redirected, in
/// remote sessions and jobs, in tmux and screen, and through SSH to Windows; elsewhere it goes by what the environment tells, else it asks the
/// terminal once. $env:PSDICOM_GRAPHICS, with one of the names, overrides what it finds.
/// </para>
/// <para>
/// Above each picture are the name of the file, the number of the frame, the size in pixels and the window. Nothing else about the patient is
/// shown, but what is burnt into the image and what -TextTag names.
/// </para>
/// <para>For diagnosis a terminal is too coarse; Export-DicomFrame writes pictures with every pixel.</para>
/// </remarks>
/// <example>
///   <para>Is this the right image?</para>
///   <code>Show-DicomFrame .\head.dcm</code>
///   <para>Shows it as a viewer first does, as large as the window allows.</para>
/// </example>
/// <example>
///   <para>A clip as a sheet of frames</para>
///   <code>Show-DicomFrame .\cine.dcm -Frame 1..8 -Columns 4</code>
///   <para>Four frames beside each other, in two rows.</para>
/// </example>
/// <example>
///   <para>The CT images of a folder through the bone window</para>
///   <code>Get-DicomFile .\study -Recurse | Where-Object Modality -eq CT | Show-DicomFrame -Window Bone -Columns 3</code>
///   <para>Frames of several files share a row.</para>
/// </example>
/// <example>
///   <para>A picture in a log, where no colours are</para>
///   <code>Show-DicomFrame .\head.dcm -As Ascii -Width 60 | Add-Content check.log</code>
///   <para>Sixty letters wide.</para>
/// </example>
/// <seealso cref="ExportDicomFrameCommand"/>
/// <seealso cref="MeasureDicomFrameCommand"/>
/// <seealso cref="GetDicomFrameCommand"/>
/// <seealso>about_PSDicom</seealso>
[Cmdlet(VerbsCommon.Show, "DicomFrame", DefaultParameterSetName = PathSet, HelpUri = HelpPages.Address)]
[OutputType(typeof(string))]
public sealed class ShowDicomFrameCommand : FrameReadingCommand<ShownFrame>, IRenderParameters
{
    /// <summary>Rows of the window that a picture leaves to its caption and the prompt.</summary>
    private const int OtherRows = 3;

    private readonly List<ShownFrame> _row = [];
    private FrameShowOptions _options = new();

    /// <summary>How the pictures are drawn: HalfBlock, Sixel, Kitty, Ascii; or Auto, by what the terminal can.</summary>
    [Parameter]
    [PSDefaultValue(Help = "Auto")]
    public TerminalDrawing As { get; set; }

    /// <summary>How many pictures are beside each other.</summary>
    [Parameter]
    [ValidateRange(1, FrameShowOptions.MaxPicturesInRow)]
    [PSDefaultValue(Help = "1")]
    public int Columns { get; set; } = 1;

    /// <summary>
    /// Columns of the terminal that a picture, or a row of them, takes. Without it, at most those of the window, and no more than the image has
    /// pixels; and no more rows than those of the window.
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

    /// <summary>Elements that are told above each picture: keywords, wildcards, tags. They may tell who the patient is.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(TagCompleter))]
    [PSDefaultValue(Help = "Nothing")]
    public string[]? TextTag { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        try
        {
            (int columns, int? rows) = HostTerminal.SizeOf(Host);
            _options = new FrameShowOptions
            {
                Terminal = As == TerminalDrawing.Auto ? HostTerminal.Features(Host) : new TerminalFeatures { Drawing = As },
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
        catch (ArgumentException exception)
        {
            ThrowTerminatingError(ErrorRecords.ForCall(exception));
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        base.EndProcessing();
        WriteRow();
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
