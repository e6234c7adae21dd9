using System;
using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using System.Diagnostics.CodeAnalysis;
using System.IO;
using System.Runtime.InteropServices;
using System.Threading;
using PSDicom.Cli.Commands;
using PSDicom.Cli.Output;
using PSDicom.IO.Writing;
using PSDicom.Operations;

namespace PSDicom.Cli;

/// <summary>The <c>psdicom</c> command.</summary>
internal static class Program
{
    [SuppressMessage("Design", "CA1031", Justification = "Every failure gives the user a message and an exit code.")]
    public static int Main(string[] arguments)
    {
        StandardStreams.Prepare();
        try
        {
            return RunUntilSignal(arguments);
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Interrupted;
        }
        catch (DicomException exception) when (exception.Kind == DicomErrorKind.Call)
        {
            // An argument is wrong, not a file: a tag, a tag path, a character set.
            return Fail(ExitCode.WrongCall, exception.Detail);
        }
        catch (ArgumentException exception) when (exception.ParamName is null)
        {
            // Options that contradict each other.
            return Fail(ExitCode.WrongCall, exception.Message);
        }
        catch (IOException exception) when (exception is not TargetWriteException)
        {
            // The reader of the output has closed it, which is not an error.
            return ClosedPipe.Caused(exception)
                ? ExitCode.Success
                : Fail(ExitCode.Failure, SystemFault.Describe(exception, null) is null ? "The output cannot be written: " + exception.Message : ErrorText.Describe(exception, null));
        }
        catch (Exception exception)
        {
            return Fail(ExitCode.Failure, ErrorText.Describe(exception, null));
        }
    }

    private static int RunUntilSignal(string[] arguments)
    {
        using var cancellation = new CancellationTokenSource();
        using PosixSignalRegistration interrupt = EndOn(PosixSignal.SIGINT, cancellation);
        using PosixSignalRegistration terminate = EndOn(PosixSignal.SIGTERM, cancellation);
        return Run(arguments, cancellation.Token);
    }

    private static int Run(string[] arguments, CancellationToken cancellation)
    {
        var root = new RootCommand(
            "Reads DICOM files: lists their elements (tags), counts their frames (frames), tests them (test), measures their values (measure), shows them in the terminal (show), writes them as pictures (export) or as a page for browsers (page), sorts them into series (series) and writes volumes (volume), copies (copy) or moves (move) them into folders by their elements, sets and removes elements (set, remove), converts files to other transfer syntaxes (convert), writes de-identified copies (protect), and checks that nothing of an identity is left in them (identity).");
        root.Subcommands.Add(TagsCommand.Create(cancellation));
        root.Subcommands.Add(FramesCommand.Create(cancellation));
        root.Subcommands.Add(TestCommand.Create(cancellation));
        root.Subcommands.Add(MeasureCommand.Create(cancellation));
        root.Subcommands.Add(ShowCommand.Create(cancellation));
        root.Subcommands.Add(SeriesCommand.Create(cancellation));
        root.Subcommands.Add(ExportCommand.Create(cancellation));
        root.Subcommands.Add(PageCommand.Create(cancellation));
        root.Subcommands.Add(VolumeCommand.Create(cancellation));
        root.Subcommands.Add(CopyCommand.Create(isMove: false, cancellation));
        root.Subcommands.Add(CopyCommand.Create(isMove: true, cancellation));
        root.Subcommands.Add(SetCommand.Create(cancellation));
        root.Subcommands.Add(RemoveCommand.Create(cancellation));
        root.Subcommands.Add(ConvertCommand.Create(cancellation));
        root.Subcommands.Add(ProtectCommand.Create(cancellation));
        root.Subcommands.Add(IdentityCommand.Create(cancellation));

        // A path may begin with @.
        ParseResult call = root.Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (call.Action is not ParseErrorAction)
            return call.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
        foreach (ParseError error in call.Errors) Fail(ExitCode.WrongCall, error.Message);
        if (arguments.Length == 0) ErrorOutput.Try(error => root.Parse(["--help"]).Invoke(new InvocationConfiguration { Output = error }));
        else ErrorOutput.WriteLine("Try 'psdicom --help', or 'psdicom tags --help'.");
        return ExitCode.WrongCall;
    }

    private static int Fail(int exitCode, string message)
    {
        ErrorOutput.WriteLine("psdicom: " + message);
        return exitCode;
    }

    /// <summary>Cancels the work at the first signal; a second one ends the process.</summary>
    private static PosixSignalRegistration EndOn(PosixSignal signal, CancellationTokenSource cancellation) =>
        PosixSignalRegistration.Create(signal, context =>
        {
            context.Cancel = !cancellation.IsCancellationRequested;
            cancellation.Cancel();
        });
}
