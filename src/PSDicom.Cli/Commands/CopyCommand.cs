using System.CommandLine;
using System.Threading;
using PSDicom.Cli.Inputs;
using PSDicom.Cli.Output;
using PSDicom.Operations.Copy;

namespace PSDicom.Cli.Commands;

/// <summary><c>psdicom copy</c> and <c>psdicom move</c>: files into folders by their elements.</summary>
internal static class CopyCommand
{
    public static Command Create(bool isMove, CancellationToken cancellation)
    {
        Command command = isMove
            ? new Command("move", "Moves files, into folders by their elements if wanted, and prints their new paths. Bytes are never changed.")
            : new Command("copy", "Copies files, into folders by their elements if wanted, and prints the paths of the copies. Bytes are never changed.");
        var copy = new CopyArguments(command, isMove);
        var dryRun = new Option<bool>("--what-if", "--dry-run") { Description = "Write nothing; print what would be written." };
        command.Options.Add(dryRun);
        var files = new FileArguments(command);

        command.SetAction(call =>
        {
            FileCopyOptions options = copy.Read(call, files.CharacterSet(call));
            using var output = new StandardOutput();
            var shown = new ShownPath(copy.Destination(call));
            ITargetWriter<FileCopyTarget, DicomFileCopy> lines = files.IsJson(call) ? new CopyJsonWriter(shown.Of) : new CopyTextWriter(shown);
            bool isRehearsal = call.GetValue(dryRun);
            using var queue = new FileCopyQueue<InputFile>(options, files.ThrottleLimit(call), cancellation)
            {
                Approve = (_, _) => !isRehearsal,
                ChecksUnapproved = isRehearsal,
            };
            var runner = new WritingRunner<FileCopyTarget, DicomFileCopy>(lines, output, files.Messages(call, output))
            {
                Queue = file => queue.Add(file, file.Path, file.Root),
                WarningsOf = result => result.GetWarnings(),
            };
            return runner.Run(queue, files.Files(call), cancellation);
        });
        return command;
    }
}
