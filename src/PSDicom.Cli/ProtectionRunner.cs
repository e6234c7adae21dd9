using System.Collections.Generic;
using System.CommandLine;
using System.Linq;
using System.Threading;
using PSDicom.Cli.Commands;
using PSDicom.Cli.Inputs;
using PSDicom.Cli.Output;
using PSDicom.Operations.Protection;

namespace PSDicom.Cli;

/// <summary>Writes de-identified copies, and reports them in their order.</summary>
internal sealed class ProtectionRunner(FileArguments files)
{
    /// <returns>The exit code.</returns>
    /// <param name="call">The call.</param>
    /// <param name="options">The options.</param>
    /// <param name="crosswalk">The tables that lead back; null for none.</param>
    /// <param name="tables">The files of keys and rules that the call names, which are not replaced either.</param>
    /// <param name="destination">The folder of the copies, as given.</param>
    /// <param name="isRehearsal">Whether nothing is written.</param>
    /// <param name="cancellation">Cancels the work.</param>
    public int Run(
        ParseResult call, FileProtectionOptions options, Crosswalk? crosswalk, IEnumerable<string> tables, string destination, bool isRehearsal, CancellationToken cancellation)
    {
        foreach (string path in files.Files(call).FindKnown().Concat(tables))
        {
            crosswalk?.Protect(path);
            options.Report?.Protect(path);
        }

        crosswalk?.Check();
        options.Report?.Check();

        using var output = new StandardOutput();
        var shown = new ShownPath(destination);
        ITargetWriter<ProtectionTarget, ProtectedFile> lines = files.IsJson(call) ? new ProtectionJsonWriter(shown.Of) : new ProtectionTextWriter(shown.Of);
        using var queue = new FileProtectionQueue<InputFile>(options, files.ThrottleLimit(call), cancellation)
        {
            Approve = (_, _) => !isRehearsal, ChecksUnapproved = isRehearsal,
        };
        var runner = new WritingRunner<ProtectionTarget, ProtectedFile>(lines, output, files.Messages(call, output))
        {
            Queue = file => queue.TryAdd(file, file.Path, file.Root), WarningsOf = copy => copy.GetWarnings(),
        };
        try
        {
            return runner.Run(queue, files.Files(call), cancellation);
        }
        finally
        {
            // Also after an interruption: copies that were written need it.
            if (!isRehearsal)
            {
                crosswalk?.Save();
                options.Report?.Save();
            }
        }
    }
}
