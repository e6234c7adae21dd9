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
/// The output is text: one string per picture, or per row of pictures with -Columns. It can be sent through SSH and jobs, or saved to a file that
/// Get-Content shows again.
/// </para>
/// <para>
/// -As selects how pictures are drawn. HalfBlock needs a terminal with 24-bit colours. Sixel and Kitty show single pixels in terminals that
/// support them. Windows Terminal supports Sixel, which has 101 greys, since version 1.22. Auto draws half blocks if output or input is
/// redirected, in remote sessions and jobs, in tmux and screen, and through SSH to Windows. Elsewhere it uses environment variables, or else
/// queries the terminal once. $env:PSDICOM_GRAPHICS, set to one of the names, overrides the detection.
/// </para>
/// <para>
/// Each picture has a caption with file name, frame number, size in pixels and window. Other patient data are shown only if they are burnt into
/// the image or selected by -TextTag.
/// </para>
/// <para>Terminal pictures are not for diagnosis. Export-DicomFrame writes pictures with every pixel.</para>
/// </remarks>
/// <example>
///   <para>A quick look at an image</para>
///   <code>Show-DicomFrame .\head.dcm</code>
///   <para>Shows the image as a viewer first shows it, as large as the window allows.</para>
/// </example>
/// <example>
///   <para>A contact sheet of a clip</para>
///   <code>Show-DicomFrame .\cine.dcm -Frame 1..8 -Columns 4</code>
///   <para>Shows two rows of four frames.</para>
/// </example>
/// <example>
///   <para>The CT images of a folder through the bone window</para>
///   <code>Get-DicomFile .\study -Recurse | Where-Object Modality -eq CT | Show-DicomFrame -Window Bone -Columns 3</code>
///   <para>Frames of several files share a row.</para>
/// </example>
/// <example>
///   <para>A picture in a log, without colours</para>
///   <code>Show-DicomFrame .\head.dcm -As Ascii -Width 60 | Add-Content check.log</code>
///   <para>The picture is 60 letters wide.</para>
/// </example>
/// <seealso cref="ExportDicomFrameCommand"/>
/// <seealso cref="MeasureDicomFrameCommand"/>
/// <seealso cref="GetDicomFrameCommand"/>
/// <seealso>about_PSDicom</seealso>
[Cmdlet(VerbsCommon.Show, "DicomFrame", DefaultParameterSetName = PathSet, HelpUri = HelpPages.Address)]
[OutputType(typeof(string))]
public sealed class ShowDicomFrameCommand : FrameReadingCommand<ShownFrame>, IRenderParameters
{
    /// <summary>The rows of the window that are reserved for the caption and the prompt.</summary>
    private const int OtherRows = 3;

    private readonly List<ShownFrame> _row = [];
    private FrameShowOptions _options = new();

    /// <summary>The drawing method: HalfBlock, Sixel, Kitty or Ascii; or Auto, the best that the terminal supports.</summary>
    [Parameter]
    [PSDefaultValue(Help = "Auto")]
    public TerminalDrawing As { get; set; }

    /// <summary>The number of pictures in a row.</summary>
    [Parameter]
    [ValidateRange(1, FrameShowOptions.MaxPicturesInRow)]
    [PSDefaultValue(Help = "1")]
    public int Columns { get; set; } = 1;

    /// <summary>
    /// The width of a picture, or of a row of pictures, in columns of the terminal. By default, pictures fit the window in width and height, and
    /// small images are enlarged to 32 columns at most.
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

    /// <summary>The elements to show above each picture: keywords, wildcards, tags. They may identify the patient.</summary>
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
