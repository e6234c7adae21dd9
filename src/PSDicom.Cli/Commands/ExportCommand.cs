using System.CommandLine;
using System.Threading;
using PSDicom.Cli.Output;
using PSDicom.Operations.Export;

namespace PSDicom.Cli.Commands;

/// <summary><c>psdicom export</c>: pictures of frames.</summary>
internal static class ExportCommand
{
    public static Command Create(CancellationToken cancellation)
    {
        var command = new Command(
            "export", "Writes the frames of files as pictures (PNG, JPEG, TIFF, BMP, GIF) or as numbers (NPY, raw), and tells their paths.");
        var export = new ExportArguments(command);
        var dryRun = new Option<bool>("--what-if", "--dry-run") { Description = "Write nothing; tell what would be written." };
        command.Options.Add(dryRun);
        var files = new FileArguments(command);

        command.SetAction(call =>
        {
            FrameExportOptions options = export.Read(call, files.CharacterSet(call));
            using var output = new StandardOutput();
            var shown = new ShownPath(export.Destination(call));
            IExportWriter writer = files.IsJson(call) ? new ExportJsonWriter(shown) : new ExportTextWriter(shown);
            var runner = new ExportRunner(options, writer, output, files.Messages(call, output)) { IsDryRun = call.GetValue(dryRun) };
            return runner.Run(files.Files(call), files.ThrottleLimit(call), cancellation);
        });
        return command;
    }
}
