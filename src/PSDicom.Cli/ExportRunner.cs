using System;
using System.Threading;
using PSDicom.Cli.Inputs;
using PSDicom.Cli.Output;
using PSDicom.Operations.Export;

namespace PSDicom.Cli;

/// <summary>Exports files and tells of their pictures in the order of the files.</summary>
internal sealed class ExportRunner(FrameExportOptions options, IExportWriter writer, StandardOutput output)
{
    private readonly Messages _messages = new(output);

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
        foreach (InputFile file in files.Find(cancellation))
        {
            while (queue.IsFull) WriteNext(queue);
            if (file.Error is null) queue.Add(file, file.Path);
            else queue.Add(file, file.Error);
            while (queue.TryTake(out FrameExportResult<InputFile> result)) Write(result);
        }

        while (queue.HasMore) WriteNext(queue);
        output.Flush();
        return _messages.HaveFailure ? ExitCode.Failure : ExitCode.Success;
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
            _messages.WriteFailure(result.Source, error);
        }
        else if (result.Target is { } target)
        {
            output.Write(result.Picture is { } picture ? writer.Write(picture).Span : writer.WritePlan(source, target).Span);
            foreach (DicomWarning warning in result.Picture?.GetWarnings() ?? []) _messages.WriteWarning(source, warning.Message);
        }
        else if (result.Warning is { } warning)
        {
            _messages.WriteWarning(source, warning.Message);
        }
    }
}
