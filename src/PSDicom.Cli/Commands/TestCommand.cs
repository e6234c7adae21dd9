using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Linq;
using System.Threading;
using PSDicom.Cli.Inputs;
using PSDicom.Cli.Output;
using PSDicom.Operations.Sets;
using PSDicom.Text;
using PSDicom.Threading;
using PSDicom.Validation;

namespace PSDicom.Cli.Commands;

/// <summary><c>psdicom test</c>: what is wrong with files.</summary>
internal static class TestCommand
{
    public static Command Create(CancellationToken cancellation)
    {
        var command = new Command("test", "Tests files: writes what is wrong with each. The exit code is 1 if there are errors; with --quiet only errors are written.");
        Option<DicomTestLevel?> level = Choices.Of<DicomTestLevel>("--level", "What to test beside the file as such: that all frames can be decoded, or that the attributes are there which the SOP class requires.");
        var strict = new Option<bool>("--strict") { Description = "Also write what is retired or merely unusual." };
        var summary = new Option<bool>("--summary") { Description = "Write one line for each file instead of its findings." };
        command.Options.Add(level);
        command.Options.Add(strict);
        command.Options.Add(summary);
        var together = new Option<bool>("--set")
        {
            Description = "Test also the files together: copies, identifiers that are not unique, attributes that differ within a study or series, missing slices.",
        };
        command.Options.Add(together);
        var files = new FileArguments(command);

        command.SetAction(call =>
        {
            CharacterSet? characterSet = files.CharacterSet(call);
            DicomTestLevel[] levels = call.GetValue(level) is { } named ? [named] : [];
            bool isStrict = call.GetValue(strict), isQuiet = files.IsQuiet(call);
            int throttleLimit = files.ThrottleLimit(call);
            ITestWriter writer = files.IsJson(call) ? new TestJsonWriter() : new TestTextWriter();
            FileSet? set = call.GetValue(together) ? new FileSet() : null;
            int errors = 0;
            using var output = new StandardOutput();
            var runner = new FileRunner(Read, output, files.Messages(call, output), OrderedReadAhead.LargeResultsPerThread);
            int exitCode = runner.Run(files.Files(call), throttleLimit, cancellation);
            foreach (DicomFinding finding in set?.Test(cancellation) ?? [])
            {
                if (finding.Severity == DicomFindingSeverity.Error) errors++;
                else if (isQuiet) continue;
                output.Write(writer.Write(finding.FullName!, [finding]).Span);
            }

            output.Flush();
            return exitCode == ExitCode.Success && errors > 0 ? ExitCode.Failure : exitCode;

            FileOutput Read(InputFile file, CancellationToken stop)
            {
                var options = new DicomTestOptions
                {
                    Levels = levels, IsStrict = isStrict, IsFound = file.Origin == InputOrigin.Found, CharacterSet = characterSet, ThrottleLimit = throttleLimit,
                };
                SetFile? member = null;
                DicomTestResult result = set is null ? FileTester.Test(file.Path, options, stop) : SetTester.Test(file.Path, options, stop, out member);
                Interlocked.Add(ref errors, result.Errors);
                ReadOnlyMemory<byte> text = call.GetValue(summary)
                    ? writer.Write(file.Path, result)
                    : writer.Write(file.Path, result.GetFindings().Where(finding => !isQuiet || finding.Severity == DicomFindingSeverity.Error));
                return FileOutput.Of(Pieces(text, member), []);
            }

            // The rest is made when the text is written, in the order of the files.
            IEnumerable<ReadOnlyMemory<byte>> Pieces(ReadOnlyMemory<byte> text, SetFile? member)
            {
                yield return text;
                if (member is not null) set!.Add(member);
            }
        });
        return command;
    }
}
