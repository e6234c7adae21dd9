using System.CommandLine;
using System.Threading;
using PSDicom.Cli.Output;
using PSDicom.Frames;
using PSDicom.Text;
using PSDicom.Threading;

namespace PSDicom.Cli.Commands;

/// <summary><c>psdicom frames</c>: the number of frames of files, or the hashes of frames.</summary>
internal static class FramesCommand
{
    public static Command Create(CancellationToken cancellation)
    {
        var command = new Command("frames", "Writes the number of frames of each file, and their kind.");
        var sha256 = new Option<bool>("--sha256")
        {
            Description = "Decode each frame and write the SHA-256 of its stored values: little endian, color by pixel, "
                + "with Bits Allocated bits each (single bits as bytes).",
        };
        var rgb = new Option<bool>("--as-rgb", "--rgb") { Description = "With --sha256: convert colour to RGB first." };
        command.Options.Add(sha256);
        command.Options.Add(rgb);
        command.Validators.Add(result =>
        {
            if (result.GetValue(rgb) && !result.GetValue(sha256)) result.AddError("--as-rgb needs --sha256.");
        });
        var files = new FileArguments(command);

        command.SetAction(call =>
        {
            CharacterSet? characterSet = files.CharacterSet(call);
            bool isJson = files.IsJson(call), asRgb = call.GetValue(rgb);
            using var output = new StandardOutput();
            if (call.GetValue(sha256))
            {
                int throttleLimit = files.ThrottleLimit(call);
                IFrameLineWriter<DicomFrameHash> hashes = isJson ? new FrameHashJsonWriter() : new FrameHashTextWriter();
                var frames = new FrameRunner<DicomFrameHash>(
                    (path, stop) => new HashedFrames(FrameFile.Open(path, stop), asRgb, throttleLimit), hashes, output, files.Messages(call, output));
                return frames.Run(files.Files(call), throttleLimit, cancellation);
            }

            IFrameWriter writer = isJson ? new FrameJsonWriter() : new FrameTableWriter();
            var runner = new FileRunner((file, stop) => Read(file.Path, characterSet, writer, stop), output, files.Messages(call, output), OrderedReadAhead.SmallResultsPerThread, writer.Heading);
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
