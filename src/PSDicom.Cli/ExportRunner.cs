using System;
using System.Linq;
using System.Threading;
using PSDicom.Cli.Inputs;
using PSDicom.Cli.Output;
using PSDicom.Operations.Export;

namespace PSDicom.Cli;

/// <summary>Exports files and tells of their pictures in the order of the files.</summary>
internal sealed class ExportRunner(FrameExportOptions options, IExportWriter writer, StandardOutput output, Messages messages)
{
    private long _skipped;

    /// <summary>Whether nothing is written.</summary>
    public bool IsDryRun { get; init; }

    /// <returns>The exit code.</returns>
    public int Run(InputFiles files, int throttleLimit, CancellationToken cancellation)
    {
        using var queue = new FrameExportQueue<InputFile>(options, throttleLimit, cancellation)
        {
            Approve = (_, _) => !IsDryRun,
            ChecksUnapproved = IsDryRun,
        };
        if (options.Force)
        {
            foreach (string path in files.FindKnown()) queue.Protect(path);
        }

        foreach (InputFile file in files.Find(cancellation))
        {
            if (file.Origin != InputOrigin.Found) queue.Protect(file.Path);
            while (queue.IsFull) WriteNext(queue);
            if (file.Error is null) queue.Add(file, file.Path);
            else queue.Add(file, file.Error);
            while (queue.TryTake(out FrameExportResult<InputFile> result)) Write(result);
        }

        while (queue.HasMore) WriteNext(queue);
        messages.Complete();
        if (_skipped > 0) messages.WriteNote(SkippedFile.DescribeTargets(_skipped));
        output.Flush();
        return messages.HasFailures ? ExitCode.Failure : ExitCode.Success;
    }

    private void WriteNext(FrameExportQueue<InputFile> queue)
    {
        if (!queue.TryTake(out FrameExportResult<InputFile> result))
        {
            // Whoever reads the output need not wait for the next picture too.
            output.Flush();
            result = queue.Take();
        }

        Write(result);
    }

    private void Write(in FrameExportResult<InputFile> result)
    {
        string source = result.Source.Path;
        if (result.Error is { } error)
        {
            if (error is OperationCanceledException) throw error;
            messages.WriteFailure(result.Source, error);
        }
        else if (result.Skipped is not null)
        {
            _skipped++;
        }
        else if (result.Target is { } target)
        {
            output.Write(result.Picture is { } picture ? writer.Write(source, picture).Span : writer.WritePlan(source, target).Span);
            messages.WriteWarnings(result.Source, result.Picture?.GetWarnings().Select(warning => warning.Message) ?? []);
        }
        else if (result.Warning is { } warning)
        {
            messages.WriteWarnings(result.Source, [warning.Message]);
        }
    }
}
