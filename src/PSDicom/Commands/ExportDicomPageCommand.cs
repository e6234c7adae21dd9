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

/// <summary>Writes the frames of DICOM files into one HTML page, which any browser shows: wheel, window, zoom, values.</summary>
/// <remarks>
/// <para>
/// The page is one file that needs no server, no installation and no network: open it from a folder, a share or a mail. It shows one frame at a time.
/// Wheel and arrow keys go through the frames, dragging changes the window, Ctrl and wheel zoom, the space bar plays; the page tells the frame, the
/// window, the value under the pointer with its unit, and a scale in mm where the file has the size of a pixel. The key H lists all keys. Each series
/// is an entry of a list, its frames in the order of the input.
/// </para>
/// <para>
/// With the content Values, grey frames are kept as they are, without loss: any window can be chosen in the browser. With Display they are pictures
/// of 8 bits through one window, half the size or less. Colour images are pictures in any case. Frames are decoded by the browser when they are looked at.
/// </para>
/// <para>
/// Nothing about the patient goes into a page, no file name either, except what is burnt into the image itself, the name of the page, and what -TextTag
/// names. The page can neither load nor send anything: it forbids itself all connections, and runs no script but its own.
/// </para>
/// <para>
/// The headers of all files are read first, then the page is written under a temporary name and renamed: it is there whole or not at all. A file that
/// cannot be read is an error, and the others go on; a frame that cannot be decoded is an error too, and the page says so in its place. The page is
/// not for diagnosis.
/// </para>
/// </remarks>
/// <example>
///   <para>A clip for the browser</para>
///   <code>Export-DicomPage cine.dcm cine.html</code>
///   <para>Writes cine.html to the current location. The space bar plays the clip as fast as the file says.</para>
/// </example>
/// <example>
///   <para>The CT series of a study, each an entry of the list</para>
///   <code>Get-DicomFile .\study -Recurse | Where-Object Modality -eq CT | Sort-Object SeriesNumber, InstanceNumber | Export-DicomPage -Destination study.html -TextTag SeriesDescription, InstanceNumber</code>
///   <para>The page shows the description and the number of each image beside it.</para>
/// </example>
/// <example>
///   <para>A large series through the lung window, as small pictures</para>
///   <code>Export-DicomPage .\study -Recurse -Destination lung.html -Content Display -Window Lung -Quality 85 -Force</code>
///   <para>-Quality makes the pictures JPEG, which loses detail; without it they are PNG. -Force replaces a page that is there.</para>
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

    /// <summary>The path of the page, which ends in .html or .htm. Its folder is made if it is not there.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [ValidateNotNullOrEmpty]
    public string? Destination { get; set; }

    /// <summary>
    /// What the page keeps of grey frames. Values: the values themselves, so that the window can be changed and values be read. Display: pictures of
    /// 8 bits as one window makes them.
    /// </summary>
    [Parameter]
    [PSDefaultValue(Help = "Values; Display if the decoded frames are more than 64 MB")]
    public PageContent? Content { get; set; }

    /// <summary>The numbers of the frames of each file, from 1, in the order wanted, with ranges such as 10..20. Without it, all.</summary>
    [Parameter]
    [FrameRanges]
    [ValidateRange(1, int.MaxValue)]
    [ValidateNotNullOrEmpty]
    [PSDefaultValue(Help = "All frames")]
    public int[]? Frame { get; set; }

    /// <summary>
    /// The window at first view: a preset for CT such as Brain, Bone or Lung; a center and a width, as in 40/400; a number, for the n-th window of
    /// the file; the explanation of one of its windows; MinMax; Percentile; or Default.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [WindowNumbers]
    [ArgumentCompleter(typeof(WindowCompleter))]
    [PSDefaultValue(Help = "Default: as a viewer first shows it")]
    public string? Window { get; set; }

    /// <summary>The value that becomes middle grey at first view; with -WindowWidth.</summary>
    [Parameter]
    public double? WindowCenter { get; set; }

    /// <summary>How many values there are from black to white at first view; with -WindowCenter.</summary>
    [Parameter]
    public double? WindowWidth { get; set; }

    /// <summary>Quality of JPEG, from 1 to 100, for frames that are pictures: smaller, but not exact.</summary>
    [Parameter]
    [ValidateRange(1, 100)]
    [PSDefaultValue(Help = "PNG, which loses nothing")]
    public int? Quality { get; set; }

    /// <summary>Elements that the page shows beside each frame: keywords, wildcards, tags. They may tell who the patient is.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(TagCompleter))]
    [PSDefaultValue(Help = "Nothing")]
    public string[]? TextTag { get; set; }

    /// <summary>Lets the page become larger than 256 MB, which takes a browser long, and much memory.</summary>
    [Parameter]
    public SwitchParameter AllowLarge { get; set; }

    /// <summary>Replaces a page that exists, but no DICOM file, and no file that is named as input.</summary>
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
        catch (DicomException exception)
        {
            ThrowTerminatingError(ErrorRecords.ForCall(exception, Window));
        }
        catch (ArgumentException exception)
        {
            ThrowTerminatingError(ErrorRecords.ForCall(exception));
        }

        // Before a whole share is read.
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
            WriteError(ErrorRecords.ForTarget(source.MissingFrame, request.Path, null, $"export each frame of '{request.Path}' that was asked for"));
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

    /// <summary>Does what the page's place may refuse; a refusal is an error, and ends the page.</summary>
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

    /// <summary>A file that a search finds may be a page of an earlier call, which is to be replaced; a file that is named is not.</summary>
    private void Protect(FileRequest request)
    {
        if (request.Error is null && request.Skipped is null && request.Origin != FileOrigin.Found) _page!.Protect(request.Path);
    }

    private PageExportOptions ReadOptions() => new()
    {
        Destination = ResolveTarget(Destination!),
        Content = Content,
        Windowing = WindowingChoice.Of(Window, WindowCenter, WindowWidth, null, null),
        Frames = Frame,
        Quality = Quality,
        Text = TagParameter.Parse(this, TextTag),
        CharacterSet = ParsedCharacterSet,
        AllowLarge = AllowLarge,
        Force = Force,
    };
}
