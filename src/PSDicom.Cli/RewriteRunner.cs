using System;
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
    /// <returns>The exit code.</returns>
    public int Run(ParseResult call, EditOptions edit, FileChanges changes, CancellationToken cancellation)
    {
        FileRewriteOptions options = arguments.Read(call, edit, files.CharacterSet(call));
        using var output = new StandardOutput();
        var shown = new ShownPath(arguments.Destination(call));
        Func<string, string> path = options.Destination is null ? path => path : shown.Of;
        ITargetWriter<RewriteTarget, DicomChange> lines = files.IsJson(call) ? new ChangeJsonWriter(path) : new ChangeTextWriter(path);
        bool isRehearsal = arguments.IsRehearsal(call);
        using var queue = new FileRewriteQueue<InputFile>(options, changes.Changes, files.ThrottleLimit(call), cancellation)
        {
            Approve = (_, target) =>
            {
                changes.ApplyTo(target);
                return !isRehearsal;
            },
            ChecksUnapproved = isRehearsal,
            HasFixedChanges = changes.AreFixed,
        };
        var runner = new WritingRunner<RewriteTarget, DicomChange>(lines, output, files.Messages(call, output))
        {
            Queue = file => queue.TryAdd(file, file.Path, file.Root), WarningsOf = change => change.GetWarnings(),
        };
        return runner.Run(queue, files.Files(call), cancellation);
    }
}
