using System;
using System.Collections.Generic;
using System.IO;
using PSDicom.Cli.Inputs;
using PSDicom.Operations;

namespace PSDicom.Cli.Output;

/// <summary>Writes errors and warnings of files to the standard error, in order with the output.</summary>
/// <param name="output">The output.</param>
/// <param name="isQuiet">Whether to write only errors.</param>
internal sealed class Messages(StandardOutput output, bool isQuiet)
{
    private readonly WarningDigest _warnings = new();

    /// <summary>Whether an error was written.</summary>
    public bool HasFailures { get; private set; }

    /// <summary>Writes the warnings of a file, similar ones only once.</summary>
    public void WriteWarnings(InputFile file, IEnumerable<string> warnings)
    {
        if (isQuiet) return;
        foreach (string warning in warnings)
        {
            WriteSums(_warnings.Begin(file.Path));
            if (_warnings.IsFirst(file.Path, file.Origin == InputOrigin.Named, warning)) WriteWarning(file.Path, warning);
        }
    }

    /// <summary>Writes the error of a file.</summary>
    public void WriteFailure(string path, string error)
    {
        HasFailures = true;
        Write(path, error);
    }

    /// <summary>Writes the error of a file, or skips a file that was only found by the search and has nothing to read.</summary>
    public void WriteFailure(InputFile file, Exception error)
    {
        if (file.Origin == InputOrigin.Found && SkippedFile.Of(file.Path, error) is not null) return;
        bool isOfFolder = file.Origin != InputOrigin.Found && error is UnauthorizedAccessException && Directory.Exists(file.Path);
        if (isOfFolder && file.Origin == InputOrigin.Listed) return;
        WriteFailure(file.Path, isOfFolder ? "This is a folder. Use --recurse to read the files in it." : ErrorText.Describe(error, file.Path));
    }

    /// <summary>Writes a note about the whole run.</summary>
    public void WriteNote(string note)
    {
        if (!isQuiet) Write("psdicom", note);
    }

    /// <summary>Ends the run.</summary>
    public void Complete() => WriteSums(_warnings.Complete());

    private void WriteSums(IReadOnlyList<RepeatedWarning> sums)
    {
        foreach (RepeatedWarning sum in sums) WriteWarning(sum.Path ?? "psdicom", sum.Message);
    }

    private void WriteWarning(string path, string warning) => Write(path, "warning: " + warning);

    // Flushes first, to keep the order if both streams go to one place.
    private void Write(string path, string message)
    {
        output.Flush();
        ErrorOutput.WriteLine($"{path}: {message}");
    }
}
