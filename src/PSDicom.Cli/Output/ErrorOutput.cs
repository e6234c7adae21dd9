using System;
using System.IO;
using System.Text;
using Microsoft.Win32.SafeHandles;
using PSDicom.Text;

namespace PSDicom.Cli.Output;

/// <summary>The standard error. All that is written to it goes through here: as plain text, and without an error if it cannot be written.</summary>
internal static class ErrorOutput
{
    /// <summary>Writes a line. Where that fails there is no place left to tell of it; the exit code does.</summary>
    public static void WriteLine(string text)
    {
        text = PlainText.Of(text);
        if (!Try(error => error.WriteLine(text)) && !OperatingSystem.IsWindows() && !StandardStreams.IsErrorClosed) Try(WriteWithoutHandle, text + "\n");
    }

    /// <summary>Does something that writes to the standard error.</summary>
    /// <returns>Whether it succeeded.</returns>
    public static bool Try(Action<TextWriter> write) => Try(action => action(Console.Error), write);

    // Console takes a handle of its own, of which there may be none left.
    private static void WriteWithoutHandle(string text)
    {
        using var stream = new FileStream(new SafeFileHandle(2, ownsHandle: false), FileAccess.Write, bufferSize: 0);
        stream.Write(Encoding.UTF8.GetBytes(text));
    }

    private static bool Try<T>(Action<T> write, T argument)
    {
        try
        {
            write(argument);
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ObjectDisposedException)
        {
            // Closed, or on a disk that is full.
            return false;
        }
    }
}
