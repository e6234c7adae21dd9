using System.CommandLine;
using System.Threading;
using PSDicom.Cli.Output;
using PSDicom.Operations;
using PSDicom.Text;

namespace PSDicom.Cli.Commands;

/// <summary><c>psdicom frames</c>: how many frames files have.</summary>
internal static class FramesCommand
{
    public static Command Create(CancellationToken cancellation)
    {
        var command = new Command("frames", "Writes how many frames each file has, and of what kind.");
        var files = new FileArguments(command);

        command.SetAction(call =>
        {
            CharacterSet? characterSet = files.CharacterSet(call);
            using var output = new StandardOutput();
            IFrameWriter writer = files.IsJson(call) ? new FrameJsonWriter() : new FrameTableWriter();
            var runner = new FileRunner((path, stop) => Read(path, characterSet, writer, stop), output, writer.Heading);
            return runner.Run(files.Files(call), files.ThrottleLimit(call), cancellation);
        });
        return command;
    }

    private static FileOutput Read(string path, CharacterSet? characterSet, IFrameWriter writer, CancellationToken cancellation)
    {
        DicomFrameCount count = FrameCounter.Count(path, characterSet, cancellation);
        return new FileOutput(writer.Write(path, count), count.Warning is null ? [] : [count.Warning]);
    }
}
