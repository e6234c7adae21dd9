using System;
using System.Collections.Generic;
using System.IO;
using PSDicom.Cli.Inputs;
using PSDicom.Operations;

namespace PSDicom.Cli.Output;

/// <summary>Errors and warnings of files, on the standard error, in the order in which they happen beside the output.</summary>
/// <param name="output">The output.</param>
/// <param name="areQuiet">Whether there are only errors.</param>
internal sealed class Messages(StandardOutput output, bool areQuiet)
{
    private readonly WarningDigest _warnings = new();

    /// <summary>Whether an error was told.</summary>
    public bool HasFailures { get; private set; }

    /// <summary>Tells of what a file has wrong, once where much is alike.</summary>
    public void WriteWarnings(InputFile file, IEnumerable<string> warnings)
    {
        if (areQuiet) return;
        foreach (string warning in warnings)
        {
            WriteSums(_warnings.Begin(file.Path));
            if (_warnings.IsFirst(file.Path, file.Origin == InputOrigin.Named, warning)) WriteWarning(file.Path, warning);
        }
    }

    /// <summary>Tells of an error of a file, in words.</summary>
    public void WriteFailure(string path, string error)
    {
        HasFailures = true;
        Write(path, error);
    }

    /// <summary>Tells of an error of a file, or passes over one that nobody named and that has nothing of what is read.</summary>
    public void WriteFailure(InputFile file, Exception error)
    {
        if (file.Origin == InputOrigin.Found && SkippedFile.Of(file.Path, error) is not null) return;
        bool isOfFolder = file.Origin != InputOrigin.Found && error is UnauthorizedAccessException && Directory.Exists(file.Path);
        if (isOfFolder && file.Origin == InputOrigin.Listed) return;
        WriteFailure(file.Path, isOfFolder ? "This is a folder; use --recurse to read the files in it." : ErrorText.Describe(error, file.Path));
    }

    /// <summary>Tells of the whole run.</summary>
    public void WriteNote(string note)
    {
        if (!areQuiet) Write("psdicom", note);
    }

    /// <summary>Ends the run.</summary>
    public void Complete() => WriteSums(_warnings.Complete());

    private void WriteSums(IReadOnlyList<RepeatedWarning> sums)
    {
        foreach (RepeatedWarning sum in sums) WriteWarning(sum.Path ?? "psdicom", sum.Message);
    }

    private void WriteWarning(string path, string warning) => Write(path, "warning: " + warning);

    // Also where both streams go to one place.
    private void Write(string path, string message)
    {
        output.Flush();
        ErrorOutput.WriteLine($"{path}: {message}");
    }
}
