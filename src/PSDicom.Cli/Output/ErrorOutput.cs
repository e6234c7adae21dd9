using System;
using System.IO;
using System.Text;
using Microsoft.Win32.SafeHandles;
using PSDicom.Text;

namespace PSDicom.Cli.Output;

/// <summary>The standard error. Everything written to it goes through here: as plain text, and ignoring write errors.</summary>
internal static class ErrorOutput
{
    /// <summary>Writes a line. If that fails, only the exit code can report it.</summary>
    public static void WriteLine(string text)
    {
        text = PlainText.Of(text);
        if (!Try(error => error.WriteLine(text)) && !OperatingSystem.IsWindows() && !StandardStreams.IsErrorClosed) Try(WriteWithoutHandle, text + "\n");
    }

    /// <summary>Runs an action that writes to the standard error.</summary>
    /// <returns>Whether it succeeded.</returns>
    public static bool Try(Action<TextWriter> write) => Try(action => action(Console.Error), write);

    // Console opens a handle of its own, and there may be none left.
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
            // Closed, or on a full disk.
            return false;
        }
    }
}
