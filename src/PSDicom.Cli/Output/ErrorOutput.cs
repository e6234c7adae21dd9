using System;
using System.IO;
using PSDicom.Text;

namespace PSDicom.Cli.Output;

/// <summary>The standard error. All that is written to it goes through here: as plain text, and without an error if it cannot be written.</summary>
internal static class ErrorOutput
{
    /// <summary>Writes a line. Where that fails there is no place left to tell of it; the exit code does.</summary>
    public static void WriteLine(string text) => Try(error => error.WriteLine(PlainText.Of(text)));

    /// <summary>Does something that writes to the standard error.</summary>
    public static void Try(Action<TextWriter> write)
    {
        try
        {
            write(Console.Error);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ObjectDisposedException)
        {
            // Closed, or on a disk that is full.
        }
    }
}
