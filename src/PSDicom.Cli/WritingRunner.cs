using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using PSDicom.Cli.Inputs;
using PSDicom.Cli.Output;
using PSDicom.Operations.Targets;

namespace PSDicom.Cli;

/// <summary>Writes files and reports them in the order of their sources.</summary>
/// <typeparam name="TTarget">A file to write.</typeparam>
/// <typeparam name="TResult">A written file.</typeparam>
internal sealed class WritingRunner<TTarget, TResult>(ITargetWriter<TTarget, TResult> lines, StandardOutput output, Messages messages)
    where TTarget : WriteTarget
    where TResult : class
{
    private long _skipped;

    /// <summary>The warnings of a written file.</summary>
    public required Func<TResult, IReadOnlyList<DicomWarning>> WarningsOf { get; init; }

    /// <summary>Queues the files of a source.</summary>
    public required Action<InputFile> Queue { get; init; }

    /// <returns>The exit code.</returns>
    public int Run(OrderedWriter<InputFile, TTarget, TResult> writer, InputFiles files, CancellationToken cancellation)
    {
        if (writer.Replaces)
        {
            foreach (string path in files.FindKnown()) writer.Protect(path);
        }

        return Run(writer, files.Find(cancellation));
    }

    /// <returns>The exit code.</returns>
    public int Run(OrderedWriter<InputFile, TTarget, TResult> writer, IEnumerable<InputFile> sources)
    {
        foreach (InputFile file in sources)
        {
            if (file.Origin != InputOrigin.Found) writer.Protect(file.Path);
            while (writer.IsFull) WriteNext(writer);
            if (file.Error is null) Queue(file);
            else writer.Add(file, file.Error);
            while (writer.TryTake(out WriteResult<InputFile, TTarget, TResult> result)) Write(result);
        }

        while (writer.HasMore) WriteNext(writer);
        messages.Complete();
        if (_skipped > 0) messages.WriteNote(SkippedFile.DescribeTargets(_skipped));
        output.Flush();
        return messages.HasFailures ? ExitCode.Failure : ExitCode.Success;
    }

    private void WriteNext(OrderedWriter<InputFile, TTarget, TResult> writer)
    {
        if (!writer.TryTake(out WriteResult<InputFile, TTarget, TResult> result))
        {
            // The reader of the output must not wait for the next file.
            output.Flush();
            result = writer.Take();
        }

        Write(result);
    }

    private void Write(in WriteResult<InputFile, TTarget, TResult> result)
    {
        string source = result.Source.Path;
        if (result.Error is { } error)
        {
            if (error is OperationCanceledException) throw error;
            messages.WriteFailure(result.Source, error);
        }
        else if (result.Skipped is not null)
        {
            if (result.Skipped.Reason == SkipReason.TargetExists) _skipped++;
        }
        else if (result.Target is { } target)
        {
            output.Write(result.Written is { } written ? lines.Write(source, written).Span : lines.WritePlan(source, target).Span);
            if (result.Written is not null) messages.WriteWarnings(result.Source, WarningsOf(result.Written).Select(warning => warning.Message));
        }
        else if (result.Warning is { } warning)
        {
            messages.WriteWarnings(result.Source, [warning.Message]);
        }
    }
}
