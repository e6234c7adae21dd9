using System.Collections.Generic;
using System.CommandLine;
using System.Linq;
using System.Threading;
using PSDicom.Cli.Inputs;
using PSDicom.Cli.Output;
using PSDicom.Operations.Tags;
using PSDicom.Query;
using PSDicom.Text;
using PSDicom.Threading;

namespace PSDicom.Cli.Commands;

/// <summary><c>psdicom tags</c>: the elements of files.</summary>
internal static class TagsCommand
{
    public static Command Create(CancellationToken cancellation)
    {
        var command = new Command("tags", "Writes the elements of files: all, or those named with --tag.");
        var tags = new Option<string[]>("--tag", "-t")
        {
            Description = "An element: PatientName, 0010,0010, Patient*, RequestAttributesSequence[0].ScheduledProcedureStepID. "
                + "Can be repeated.",
            HelpName = "TAG",
        };
        var nested = new Option<bool>("--nested", "-n") { Description = "Also search inside sequences." };
        var includeMissing = new Option<bool>("--include-missing") { Description = "Also write named elements that a file does not have." };
        var csv = new Option<bool>("--csv")
        {
            Description = "Write one CSV row per file: the file and the elements named with --tag, in that order.",
        };
        command.Options.Add(tags);
        command.Options.Add(nested);
        command.Options.Add(includeMissing);
        command.Options.Add(csv);
        var files = new FileArguments(command);
        command.Validators.Add(call =>
        {
            if (!call.GetValue(csv)) return;
            if (call.GetValue(tags) is not { Length: > 0 }) call.AddError("--csv needs --tag: the elements are the columns.");
            if (call.GetValue(nested) || call.GetValue(includeMissing) || files.IsJson(call))
                call.AddError("--csv cannot be combined with --nested, --include-missing or --json: a row always has exactly the named elements.");
        });

        command.SetAction(call =>
        {
            if (call.GetValue(csv)) return WriteCsv(TagQuery.ParseColumns(call.GetRequiredValue(tags)), files, call, cancellation);
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
            var runner = new FileRunner((file, stop) => Read(file.Path, options, writer, stop), output, files.Messages(call, output), inputsPerThread);
            return runner.Run(files.Files(call), files.ThrottleLimit(call), cancellation);
        });
        return command;
    }

    private static int WriteCsv(TagQuery tags, FileArguments files, ParseResult call, CancellationToken cancellation)
    {
        if (tags.Columns.Count == 0)
        {
            throw new DicomException(
                DicomErrorReason.InvalidTagPath, "'*' cannot name the columns of a table, because files have different elements. Name the elements.");
        }

        CharacterSet? characterSet = files.CharacterSet(call);
        using var output = new StandardOutput();
        var writer = new TagCsvWriter(tags.Columns, isShown: output.IsTerminal);
        var runner = new FileRunner(Read, output, files.Messages(call, output), OrderedReadAhead.SmallResultsPerThread, writer.Heading);
        return runner.Run(files.Files(call), files.ThrottleLimit(call), cancellation);

        FileOutput Read(InputFile input, CancellationToken stop)
        {
            DicomFile file = HeaderReader.Read(input.Path, tags, characterSet, stop);
            return new FileOutput(writer.Write(file), [.. file.GetWarnings().Select(warning => warning.Message)]);
        }
    }

    private static FileOutput Read(string path, TagReadOptions options, ITagWriter writer, CancellationToken cancellation)
    {
        IEnumerable<DicomTagValue> rows = TagReader.Stream(path, options, cancellation, out IReadOnlyList<DicomWarning> warnings);
        return FileOutput.Of(writer.Write(path, rows, cancellation), [.. warnings.Select(warning => warning.Message)]);
    }
}
