using System;
using System.CommandLine;
using System.Linq;
using System.Threading;
using PSDicom.Cli.Inputs;
using PSDicom.Cli.Output;
using PSDicom.Deidentification;
using PSDicom.Operations.Protection;
using PSDicom.Threading;

namespace PSDicom.Cli.Commands;

/// <summary><c>psdicom identity</c>: whether files have values of the identity of their sources.</summary>
internal static class IdentityCommand
{
    public static Command Create(CancellationToken cancellation)
    {
        var command = new Command("identity", "Searches de-identified files for names, identifiers, dates and other values of their sources: writes what was found where, never the value. The exit code is 1 if there is any.");
        var references = new Option<string[]>("--reference")
        {
            Description = "A source, or with --recurse a folder of sources; or a table (.csv) with the column PatientID or id_old. Can be repeated; files are searched for the values of all of them.",
            HelpName = "PATH",
            Required = true,
        };
        var retain = new Option<Retention[]>("--retain") { Description = "What the files may retain, as for protect. Can be repeated.", HelpName = "WHAT" };
        var clean = new Option<Cleaning[]>("--clean") { Description = "What the files may have after cleaning, as for protect. Can be repeated.", HelpName = "WHAT" };
        var allowUnlisted = new Option<bool>("--allow-unlisted") { Description = "The files may have text that the standard's table does not list." };
        command.Options.Add(references);
        command.Options.Add(retain);
        command.Options.Add(clean);
        command.Options.Add(allowUnlisted);
        var files = new FileArguments(command);

        command.SetAction(call =>
        {
            var tester = new IdentityTester(new IdentityTestOptions
            {
                Retained = (call.GetValue(retain) ?? []).Aggregate(Retention.None, (all, what) => all | what),
                Cleaned = (call.GetValue(clean) ?? []).Aggregate(Cleaning.None, (all, what) => all | what),
                AllowsUnlisted = call.GetValue(allowUnlisted),
                CharacterSet = files.CharacterSet(call),
            });
            using var output = new StandardOutput();
            Messages messages = files.Messages(call, output);
            int throttleLimit = files.ThrottleLimit(call);
            new FileRunner(AddReference, output, messages, OrderedReadAhead.LargeResultsPerThread).Run(files.Files(call, call.GetRequiredValue(references)), throttleLimit, cancellation);
            if (tester.ReferenceCount == 0) throw new ArgumentException("No reference could be read, so that there is nothing to look for. Name DICOM files, or folders with --recurse.");
            bool isJson = files.IsJson(call);
            int unclean = 0;
            int exitCode = new FileRunner(Test, output, messages, OrderedReadAhead.LargeResultsPerThread).Run(files.Files(call), throttleLimit, cancellation);
            return exitCode == ExitCode.Success && unclean > 0 ? ExitCode.Failure : exitCode;

            FileOutput AddReference(InputFile file, CancellationToken stop)
            {
                tester.Add(file.Path, stop);
                return new FileOutput(default, []);
            }

            FileOutput Test(InputFile file, CancellationToken stop)
            {
                IdentityTestResult result = tester.Test(file.Path, file.Root, stop);
                if (!result.Clean) Interlocked.Increment(ref unclean);
                return new FileOutput(isJson ? IdentityWriter.WriteJson(file.Path, result) : IdentityWriter.WriteText(file.Path, result), []);
            }
        });
        return command;
    }
}
