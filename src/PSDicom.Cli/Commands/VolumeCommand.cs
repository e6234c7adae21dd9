using System.Collections.Generic;
using System.CommandLine;
using System.Linq;
using System.Threading;
using PSDicom.Cli.Inputs;
using PSDicom.Cli.Output;
using PSDicom.Operations.Volumes;

namespace PSDicom.Cli.Commands;

/// <summary><c>psdicom volume</c>: exports volumes.</summary>
internal static class VolumeCommand
{
    public static Command Create(CancellationToken cancellation)
    {
        var command = new Command(
            "volume", "Sorts files into series, writes each stack as a volume file (NIfTI, NRRD, MetaImage, NPY), and prints its path. All headers are read first.");
        var volume = new VolumeArguments(command);
        var dryRun = new Option<bool>("--what-if", "--dry-run") { Description = "Write nothing; print what would be written." };
        command.Options.Add(dryRun);
        var files = new FileArguments(command);

        command.SetAction(call =>
        {
            VolumeExportOptions options = volume.Read(call, files.CharacterSet(call));
            using var output = new StandardOutput();
            var shown = new ShownPath(volume.Destination(call));
            ITargetWriter<VolumeTarget, ExportedVolume> lines = files.IsJson(call) ? new VolumeJsonWriter(shown) : new VolumeTextWriter(shown);
            bool isRehearsal = call.GetValue(dryRun);
            using var queue = new VolumeExportQueue<InputFile>(options, files.ThrottleLimit(call), cancellation)
            {
                Approve = (_, _) => !isRehearsal,
                ChecksUnapproved = isRehearsal,
            };
            Messages messages = files.Messages(call, output);
            var input = new SeriesInput(messages) { CharacterSet = files.CharacterSet(call), Named = queue.Protect };
            var stacks = new Queue<DicomStack>(input.Sort(files.Files(call), files.ThrottleLimit(call), cancellation).SelectMany(series => series.Stacks));
            var runner = new WritingRunner<VolumeTarget, ExportedVolume>(lines, output, messages)
            {
                Queue = file => queue.Add(file, stacks.Dequeue()),
                WarningsOf = written => written.GetWarnings(),
            };
            return runner.Run(queue, [.. stacks.Select(stack => new InputFile(stack.Files[0].FullName, InputOrigin.Named))]);
        });
        return command;
    }
}
