using System.Collections.Generic;
using System.CommandLine;
using System.Linq;
using System.Threading;
using PSDicom.Cli.Output;
using PSDicom.Operations;
using PSDicom.Query;

namespace PSDicom.Cli.Commands;

/// <summary><c>psdicom tags</c>: the elements of files.</summary>
internal static class TagsCommand
{
    public static Command Create(CancellationToken cancellation)
    {
        var command = new Command("tags", "Writes the elements of files: all, or those that --tag names.");
        var tags = new Option<string[]>("--tag", "-t")
        {
            Description = "An element: PatientName, 0010,0010, Patient*, RequestAttributesSequence[0].ScheduledProcedureStepID. "
                + "Can be given several times.",
            HelpName = "TAG",
        };
        var nested = new Option<bool>("--nested", "-n") { Description = "Look into sequences too." };
        var includeMissing = new Option<bool>("--include-missing") { Description = "Also write named elements that a file does not have." };
        command.Options.Add(tags);
        command.Options.Add(nested);
        command.Options.Add(includeMissing);
        var files = new FileArguments(command);

        command.SetAction(call =>
        {
            var options = new TagReadOptions
            {
                Tags = call.GetValue(tags) is { Length: > 0 } named ? TagQuery.Parse(named) : null,
                Nested = call.GetValue(nested),
                IncludeMissing = call.GetValue(includeMissing),
                CharacterSet = files.CharacterSet(call),
            };
            using var output = new StandardOutput();
            ITagWriter writer = files.IsJson(call) ? new TagJsonWriter() : new TagTableWriter(output.Columns);
            int inputsPerThread = options.Tags is null ? OrderedReadAhead.LargeResultsPerThread : OrderedReadAhead.SmallResultsPerThread;
            var runner = new FileRunner((path, stop) => Read(path, options, writer, stop), output, files.Messages(call, output), inputsPerThread);
            return runner.Run(files.Files(call), files.ThrottleLimit(call), cancellation);
        });
        return command;
    }

    private static FileOutput Read(string path, TagReadOptions options, ITagWriter writer, CancellationToken cancellation)
    {
        IReadOnlyList<DicomTagValue> rows = TagReader.Read(path, options, cancellation, out IReadOnlyList<DicomWarning> warnings);
        return new FileOutput(writer.Write(path, rows, cancellation), [.. warnings.Select(warning => warning.Message)]);
    }
}
