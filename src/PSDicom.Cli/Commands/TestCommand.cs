using System.CommandLine;
using System.Linq;
using System.Threading;
using PSDicom.Cli.Inputs;
using PSDicom.Cli.Output;
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
        var files = new FileArguments(command);

        command.SetAction(call =>
        {
            CharacterSet? characterSet = files.CharacterSet(call);
            DicomTestLevel[] levels = call.GetValue(level) is { } named ? [named] : [];
            bool isStrict = call.GetValue(strict), isQuiet = files.IsQuiet(call);
            int throttleLimit = files.ThrottleLimit(call);
            ITestWriter writer = files.IsJson(call) ? new TestJsonWriter() : new TestTextWriter();
            int errors = 0;
            using var output = new StandardOutput();
            var runner = new FileRunner(Read, output, files.Messages(call, output), OrderedReadAhead.LargeResultsPerThread);
            int exitCode = runner.Run(files.Files(call), throttleLimit, cancellation);
            return exitCode == ExitCode.Success && errors > 0 ? ExitCode.Failure : exitCode;

            FileOutput Read(InputFile file, CancellationToken stop)
            {
                var options = new DicomTestOptions
                {
                    Levels = levels, IsStrict = isStrict, IsFound = file.Origin == InputOrigin.Found, CharacterSet = characterSet, ThrottleLimit = throttleLimit,
                };
                DicomTestResult result = FileTester.Test(file.Path, options, stop);
                Interlocked.Add(ref errors, result.Errors);
                return new FileOutput(
                    call.GetValue(summary)
                        ? writer.Write(file.Path, result)
                        : writer.Write(file.Path, result.GetFindings().Where(finding => !isQuiet || finding.Severity == DicomFindingSeverity.Error)),
                    []);
            }
        });
        return command;
    }
}
