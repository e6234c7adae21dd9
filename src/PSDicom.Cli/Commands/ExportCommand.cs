using System.CommandLine;
using System.Threading;
using PSDicom.Cli.Inputs;
using PSDicom.Cli.Output;
using PSDicom.Operations.Export;

namespace PSDicom.Cli.Commands;

/// <summary><c>psdicom export</c>: pictures of frames.</summary>
internal static class ExportCommand
{
    public static Command Create(CancellationToken cancellation)
    {
        var command = new Command(
            "export", "Writes the frames of files as pictures (PNG, JPEG, TIFF, BMP, GIF, WebP) or as numbers (NPY, raw), and prints their paths.");
        var export = new ExportArguments(command);
        var dryRun = new Option<bool>("--what-if", "--dry-run") { Description = "Write nothing; print what would be written." };
        command.Options.Add(dryRun);
        var files = new FileArguments(command);

        command.SetAction(call =>
        {
            FrameExportOptions options = export.Read(call, files.CharacterSet(call));
            using var output = new StandardOutput();
            var shown = new ShownPath(export.Destination(call));
            ITargetWriter<PictureTarget, ExportedFrame> lines = files.IsJson(call) ? new ExportJsonWriter(shown) : new ExportTextWriter(shown);
            bool isRehearsal = call.GetValue(dryRun);
            using var queue = new FrameExportQueue<InputFile>(options, files.ThrottleLimit(call), cancellation)
            {
                Approve = (_, _) => !isRehearsal,
                ChecksUnapproved = isRehearsal,
            };
            var runner = new WritingRunner<PictureTarget, ExportedFrame>(lines, output, files.Messages(call, output))
            {
                Queue = file => queue.Add(file, file.Path),
                WarningsOf = picture => picture.GetWarnings(),
            };
            return runner.Run(queue, files.Files(call), cancellation);
        });
        return command;
    }
}
