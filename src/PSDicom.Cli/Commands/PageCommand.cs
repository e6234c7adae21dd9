using System.CommandLine;
using System.Threading;
using PSDicom.Cli.Output;
using PSDicom.Operations.Pages;

namespace PSDicom.Cli.Commands;

/// <summary>The <c>psdicom page</c> command: frames in one HTML page.</summary>
internal static class PageCommand
{
    public static Command Create(CancellationToken cancellation)
    {
        var command = new Command("page", "Writes the frames of files into one HTML page for browsers, without server or network, and prints its path.");
        var page = new PageArguments(command);
        var dryRun = new Option<bool>("--what-if", "--dry-run") { Description = "Write nothing; print what would be written." };
        command.Options.Add(dryRun);
        var files = new FileArguments(command);

        command.SetAction(call =>
        {
            PageExportOptions options = page.Read(call, files.CharacterSet(call));
            using var output = new StandardOutput();
            var runner = new PageRunner(new PageWriter(new ShownPath(page.Destination(call)), files.IsJson(call)), output, files.Messages(call, output))
            {
                IsRehearsal = call.GetValue(dryRun),
            };
            return runner.Run(options, files.Files(call), files.ThrottleLimit(call), cancellation);
        });
        return command;
    }
}
