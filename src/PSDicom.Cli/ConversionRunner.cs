using System;
using System.CommandLine;
using System.Threading;
using PSDicom.Cli.Commands;
using PSDicom.Cli.Inputs;
using PSDicom.Cli.Output;
using PSDicom.Operations.Conversion;

namespace PSDicom.Cli;

/// <summary>Converts files, and reports them in their order.</summary>
internal sealed class ConversionRunner(RewriteArguments arguments, FileArguments files)
{
    /// <returns>The exit code.</returns>
    public int Run(ParseResult call, FileConversionOptions options, CancellationToken cancellation)
    {
        using var output = new StandardOutput();
        var shown = new ShownPath(arguments.Destination(call));
        Func<string, string> path = options.Files.Destination is null ? path => path : shown.Of;
        ITargetWriter<ConversionTarget, DicomConversion> lines = files.IsJson(call) ? new ConversionJsonWriter(path) : new ConversionTextWriter(path);
        bool isRehearsal = arguments.IsRehearsal(call);
        using var queue = new FileConversionQueue<InputFile>(options, files.ThrottleLimit(call), cancellation)
        {
            Approve = (_, _) => !isRehearsal, ChecksUnapproved = isRehearsal,
        };
        var runner = new WritingRunner<ConversionTarget, DicomConversion>(lines, output, files.Messages(call, output))
        {
            Queue = file => queue.TryAdd(file, file.Path, file.Root), WarningsOf = conversion => conversion.GetWarnings(),
        };
        return runner.Run(queue, files.Files(call), cancellation);
    }
}
