using System.IO;
using System;
using PSDicom.Cli.Inputs;
using PSDicom.Text;

namespace PSDicom.Cli.Output;

/// <summary>Errors and warnings of files, on the standard error, in the order in which they happen beside the output.</summary>
internal sealed class Messages(StandardOutput output)
{
    /// <summary>Whether an error was told.</summary>
    public bool HaveFailure { get; private set; }

    /// <summary>Tells of what a file has wrong.</summary>
    public void WriteWarning(string path, string warning) => Write(path, "warning: " + warning);

    /// <summary>Tells of an error of a file, in words.</summary>
    public void WriteFailure(string path, string error)
    {
        HaveFailure = true;
        Write(path, error);
    }

    /// <summary>Tells of an error of a file, or passes over one that nobody named and that has nothing of what is read.</summary>
    public void WriteFailure(InputFile file, Exception error)
    {
        if (!file.IsNamed && HasNothingToRead(error)) return;
        WriteFailure(file.Path, IsOfFolder(file, error) ? "This is a folder; use --recurse to read the files in it." : ErrorText.Describe(error));
    }

    private static bool HasNothingToRead(Exception error) =>
        error is DicomException { Reason: DicomErrorReason.NotDicom or DicomErrorReason.EmptyFile or DicomErrorReason.NoPixelData };

    private static bool IsOfFolder(InputFile file, Exception error) =>
        file.IsNamed && error is UnauthorizedAccessException && Directory.Exists(file.Path);

    // Also where both streams go to one place.
    private void Write(string path, string message)
    {
        output.Flush();
        Console.Error.WriteLine($"{PlainText.Of(path)}: {PlainText.Of(message)}");
    }
}
