using System;
using System.Linq;
using System.Threading;
using PSDicom.Cli.Inputs;
using PSDicom.Cli.Output;
using PSDicom.IO.Writing;
using PSDicom.Operations.Pages;
using PSDicom.Threading;

namespace PSDicom.Cli;

/// <summary>Reads the headers of files on several threads, then writes a page of their frames.</summary>
internal sealed class PageRunner(PageWriter writer, StandardOutput output, Messages messages)
{
    /// <summary>Whether nothing is written: a dry run.</summary>
    public bool IsRehearsal { get; init; }

    /// <returns>The exit code.</returns>
    /// <exception cref="ArgumentException">Options contradict each other.</exception>
    public int Run(PageExportOptions options, InputFiles files, int throttleLimit, CancellationToken cancellation)
    {
        var page = new PageExport<InputFile>(options, throttleLimit, cancellation);

        // Fails before all headers are read.
        if (TryOnTarget(page, page.Check))
        {
            ReadHeaders(page, options, files, throttleLimit, cancellation);
            if (page.FrameCount > 0) Write(page);
        }

        messages.Complete();
        output.Flush();
        return messages.HasFailures ? ExitCode.Failure : ExitCode.Success;
    }

    private void ReadHeaders(
        PageExport<InputFile> page, PageExportOptions options, InputFiles files, int throttleLimit, CancellationToken cancellation)
    {
        using var ahead = new OrderedReadAhead<InputFile, PageSource>(
            (file, stop) => file.Error is null ? PageSource.Read(file.Path, options, stop) : throw file.Error, throttleLimit, cancellation);
        if (page.Replaces)
        {
            foreach (string path in files.FindKnown()) page.Protect(path);
        }

        foreach (InputFile file in files.Find(cancellation))
        {
            if (file.Origin != InputOrigin.Found) page.Protect(file.Path);
            if (ahead.IsFull) Take(ahead.Take());
            ahead.Add(file);
            while (ahead.TryTakeThrottled(out ReadAheadResult<InputFile, PageSource> result)) Take(result);
        }

        while (ahead.Count > 0) Take(ahead.Take());

        void Take(in ReadAheadResult<InputFile, PageSource> result)
        {
            if (result.Error is { } error)
            {
                messages.WriteFailure(result.Input, error);
                return;
            }

            PageSource source = result.Result!;
            if (source.Warning is { } warning) messages.WriteWarnings(result.Input, [warning.Message]);
            if (source.MissingFrame is { } missing) messages.WriteFailure(result.Input.Path, ErrorText.Describe(missing, result.Input.Path));
            page.Add(result.Input, source);
        }
    }

    private void Write(PageExport<InputFile> page)
    {
        if (IsRehearsal)
        {
            if (TryOnTarget(page, page.Check)) output.Write(writer.WritePlan(page.FullName, page.Content, page.FileCount, page.FrameCount).Span);
            return;
        }

        ExportedPage? written = null;
        TryOnTarget(page, () => written = page.Write(frame =>
        {
            messages.WriteWarnings(frame.Source, frame.Warnings.Select(warning => warning.Message));
            if (frame.Error is { } error) messages.WriteFailure(frame.Source, error);
        }));
        if (written is not null) output.Write(writer.Write(written).Span);
    }

    private bool TryOnTarget(PageExport<InputFile> page, Action action)
    {
        try
        {
            action();
            return true;
        }
        catch (Exception exception) when (exception is DicomException or TargetWriteException)
        {
            messages.WriteFailure(page.FullName, ErrorText.Describe(exception, page.FullName));
            return false;
        }
    }
}
