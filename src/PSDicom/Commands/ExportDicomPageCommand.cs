using System;
using System.Collections.Generic;
using System.Management.Automation;
using System.Threading;
using PSDicom.Completion;
using PSDicom.IO.Writing;
using PSDicom.Operations.Export;
using PSDicom.Operations.Pages;
using PSDicom.Pipeline;
using PSDicom.Text;

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
/// Display, it contains 8-bit pictures rendered with one window, in half the size or less. Colour frames are always pictures. The browser decodes
/// frames on demand.
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
public sealed class ExportDicomPageCommand : FileReadingCommand
{
    private PageExportOptions? _options;
    private PageExport<FileRequest>? _page;
    private bool _isRefused;

    /// <summary>The path of the page, with the extension .html or .htm. The folder is created if it does not exist.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [ValidateNotNullOrEmpty]
    public string? Destination { get; set; }

    /// <summary>
    /// The content of grey frames. Values: the values, with a window that can be changed. Display: 8-bit pictures, rendered with one window.
    /// </summary>
    [Parameter]
    [PSDefaultValue(Help = "Values; Display if the decoded frames exceed 64 MB")]
    public PageContent? Content { get; set; }

    /// <summary>The frame numbers of each file, from 1, in output order, with ranges such as 10..20. Default: all frames.</summary>
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
            _options = ReadOptions();
            _page = new PageExport<FileRequest>(_options, ThrottleLimit, StopToken);
        }
        catch (ArgumentException exception)
        {
            ThrowTerminatingError(ErrorRecords.ForCall(exception));
        }

        // Fails before all headers are read.
        TryOnTarget(_page!.Check);
    }

    private protected override void Announce(IReadOnlyList<FileRequest> requests)
    {
        foreach (FileRequest request in requests) Protect(request);
    }

    private protected override void Add(FileRequest request)
    {
        if (_isRefused) return;
        Protect(request);
        base.Add(request);
    }

    private protected override FileResult Read(FileRequest request, CancellationToken cancellation) => new(request.File is not null
        ? PageSource.Read(request.File, _options!, cancellation)
        : PageSource.Read(request.Path, _options!, cancellation));

    private protected override void WriteResult(FileRequest request, FileResult result)
    {
        var source = (PageSource)result.Output;
        if (source.Warning is not null) WriteWarnings(request, [source.Warning]);
        if (source.MissingFrame is not null)
            WriteError(ErrorRecords.ForTarget(source.MissingFrame, request.Path, null, $"export all requested frames of '{request.Path}'"));
        _page!.Add(request, source);
    }

    private protected override void Finish()
    {
        PageExport<FileRequest> page = _page!;
        if (_isRefused || page.FrameCount == 0) return;
        if (!ShouldProcess(PlainText.Of(page.FullName), $"Export a page of {Count(page.FrameCount, "frame")} of {Count(page.FileCount, "file")}"))
        {
            TryOnTarget(page.Check);
            return;
        }

        var progress = new ProgressReport(this, MyInvocation.MyCommand.Name, "frames") { FileCount = 1 };
        int done = 0;
        ExportedPage? written = null;
        TryOnTarget(() => written = page.Write(frame =>
        {
            WriteWarnings(frame.Source, frame.Warnings);
            if (frame.Error is not null) WriteFrameFailure(frame);
            progress.AddPart(frame.Source.Path, ++done, page.FrameCount);
        }));
        progress.Complete();
        if (written is not null) WriteObject(written);
    }

    private static string Count(int count, string noun) => $"{count} {noun}{(count == 1 ? "" : "s")}";

    private void WriteFrameFailure(PageFrameResult<FileRequest> frame)
    {
        if (frame.Error is DicomException)
            WriteError(ErrorRecords.ForTarget(frame.Error, frame.Source.Path, null, $"show frame {frame.Frame} of '{frame.Source.Path}'"));
        else
            WriteFailure(frame.Source, frame.Error!);
    }

    /// <summary>Runs an action on the target. Its failure is an error record and ends the export.</summary>
    private void TryOnTarget(Action action)
    {
        try
        {
            action();
        }
        catch (Exception exception) when (exception is DicomException or TargetWriteException)
        {
            _isRefused = true;
            WriteError(ErrorRecords.ForTarget(exception, _page!.FullName, _page.FullName, "export a page"));
        }
    }

    /// <summary>Protects a named file. A file that a search finds may be an earlier page, which -Force replaces.</summary>
    private void Protect(FileRequest request)
    {
        if (request.Error is null && request.Skipped is null && request.Origin != FileOrigin.Found) _page!.Protect(request.Path);
    }

    private PageExportOptions ReadOptions() => new()
    {
        Destination = ResolveTarget(Destination!),
        Content = Content,
        Windowing = this.ParseOrTerminate(Window, () => WindowingChoice.Of(Window, WindowCenter, WindowWidth, null, null)),
        Frames = Frame,
        Quality = Quality,
        Text = TagParameter.Parse(this, TextTag),
        CharacterSet = ParsedCharacterSet,
        AllowLarge = AllowLarge,
        Force = Force,
    };
}
