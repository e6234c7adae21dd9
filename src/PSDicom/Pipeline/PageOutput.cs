using System;
using System.Threading;
using PSDicom.IO.Writing;
using PSDicom.Operations.Pages;
using PSDicom.Text;

namespace PSDicom.Pipeline;

/// <summary>The page that a cmdlet makes of its files: collects their headers, and writes the page after the last file.</summary>
/// <param name="cmdlet">The cmdlet, which gets warnings, errors and progress.</param>
/// <param name="options">The options of the page.</param>
/// <param name="throttleLimit">The number of decoding threads.</param>
/// <param name="stop">Cancels the work.</param>
/// <exception cref="ArgumentException">The options contradict each other.</exception>
internal sealed class PageOutput(FileCommand cmdlet, PageExportOptions options, int throttleLimit, CancellationToken stop)
{
    private readonly PageExport<FileRequest> _page = new(options, throttleLimit, stop);

    /// <summary>The full path of the page, safe to show.</summary>
    public string Name => PlainText.Of(_page.FullName);

    /// <summary>What the page contains, such as "3 frames of 1 file".</summary>
    public string Content => $"{Count(_page.FrameCount, "frame")} of {Count(_page.FileCount, "file")}";

    /// <summary>Whether the page cannot be written. The error is reported.</summary>
    public bool IsRefused { get; private set; }

    /// <summary>Whether there is nothing to write.</summary>
    public bool IsEmpty => IsRefused || _page.FrameCount == 0;

    /// <summary>Checks whether the page can be written, before all headers are read.</summary>
    public void Check() => TryOnTarget(_page.Check);

    /// <summary>Protects a named file. A file that a search finds may be an earlier page, which -Force replaces.</summary>
    public void Protect(FileRequest request)
    {
        if (request.Error is null && request.Skipped is null && request.Origin != FileOrigin.Found) _page.Protect(request.Path);
    }

    /// <summary>Reads the header of a file; called on several threads at once.</summary>
    public FileResult Read(FileRequest request, CancellationToken cancellation) => new(request.File is not null
        ? PageSource.Read(request.File, options, cancellation)
        : PageSource.Read(request.Path, options, cancellation, request.Frames?.Numbers));

    /// <summary>Adds the frames of a file.</summary>
    public void Add(FileRequest request, PageSource source)
    {
        if (source.Warning is not null) cmdlet.WriteWarnings(request, [source.Warning]);
        if (source.MissingFrame is not null)
            cmdlet.WriteError(ErrorRecords.ForTarget(source.MissingFrame, request.Path, null, $"export all requested frames of '{request.Path}'"));
        _page.Add(request, source);
    }

    /// <summary>Writes the page.</summary>
    /// <returns>The page; null if it was not written. The error is reported.</returns>
    public ExportedPage? Write()
    {
        var progress = new ProgressReport(cmdlet, cmdlet.MyInvocation.MyCommand.Name, "frames") { FileCount = 1 };
        int done = 0;
        ExportedPage? written = null;
        TryOnTarget(() => written = _page.Write(frame =>
        {
            cmdlet.WriteWarnings(frame.Source, frame.Warnings);
            if (frame.Error is not null) WriteFrameFailure(frame);
            progress.AddPart(frame.Source.Path, ++done, _page.FrameCount);
        }));
        progress.Complete();
        return written;
    }

    private static string Count(int count, string noun) => $"{count} {noun}{(count == 1 ? "" : "s")}";

    private void WriteFrameFailure(PageFrameResult<FileRequest> frame)
    {
        if (frame.Error is DicomException)
            cmdlet.WriteError(ErrorRecords.ForTarget(frame.Error, frame.Source.Path, null, $"show frame {frame.Frame} of '{frame.Source.Path}'"));
        else
            cmdlet.WriteFailure(frame.Source, frame.Error!);
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
            IsRefused = true;
            cmdlet.WriteError(ErrorRecords.ForTarget(exception, _page.FullName, _page.FullName, "export a page"));
        }
    }
}
