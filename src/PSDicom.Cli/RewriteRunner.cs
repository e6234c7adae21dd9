using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Threading;
using PSDicom.Cli.Commands;
using PSDicom.Cli.Inputs;
using PSDicom.Cli.Output;
using PSDicom.Editing;
using PSDicom.Operations.Rewriting;

namespace PSDicom.Cli;

/// <summary>Changes files, and reports them in their order.</summary>
internal sealed class RewriteRunner(RewriteArguments arguments, FileArguments files)
{
    /// <summary>The table of values; null if there is none.</summary>
    public ValueMap? Map { get; init; }

    /// <summary>Whether files without a row in the table are skipped.</summary>
    public bool SkipsUnmapped { get; init; }

    /// <returns>The exit code.</returns>
    public int Run(ParseResult call, EditOptions edit, IReadOnlyList<DatasetChange> changes, CancellationToken cancellation)
    {
        FileRewriteOptions options = arguments.Read(call, edit, files.CharacterSet(call));
        using var output = new StandardOutput();
        var shown = new ShownPath(arguments.Destination(call));
        Func<string, string> path = options.Destination is null ? path => path : shown.Of;
        ITargetWriter<RewriteTarget, DicomChange> lines = files.IsJson(call) ? new ChangeJsonWriter(path) : new ChangeTextWriter(path);
        bool isRehearsal = arguments.IsRehearsal(call);
        using var queue = new FileRewriteQueue<InputFile>(options, changes, files.ThrottleLimit(call), cancellation)
        {
            Approve = (_, target) =>
            {
                Complete(target, changes);
                return !isRehearsal;
            },
            ChecksUnapproved = isRehearsal,
            HasFixedChanges = Map is null,
        };
        var runner = new WritingRunner<RewriteTarget, DicomChange>(lines, output, files.Messages(call, output))
        {
            Queue = file => queue.TryAdd(file, file.Path, file.Root), WarningsOf = change => change.GetWarnings(),
        };
        return runner.Run(queue, files.Files(call), cancellation);
    }

    /// <summary>Adds the values of the table.</summary>
    private void Complete(RewriteTarget target, IReadOnlyList<DatasetChange> changes)
    {
        if (Map is null) return;
        if (Map.Find(target.File) is { } row) target.Changes = [.. changes, .. row];
        else if (SkipsUnmapped) target.Skipped = SkippedFile.OfUnmapped(target.Path);
        else target.Error = Map.NotFound(target.File);
    }
}
