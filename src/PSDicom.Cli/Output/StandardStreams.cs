using System;
using System.IO;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace PSDicom.Cli.Output;

/// <summary>
/// Which of the standard streams are there. A caller can close them, and then what the runtime or this program opens first takes their numbers, so
/// that output would go into a file that is read.
/// </summary>
internal static partial class StandardStreams
{
    private const int Input = 0;
    private const int Output = 1;
    private const int Error = 2;
    private const int GetFlags = 1;     // F_GETFD of Linux and macOS
    private const int ClosesOnExec = 1; // FD_CLOEXEC

    // Kept for as long as the process is there, in the places of the streams that are closed.
    private static readonly SafeFileHandle?[] Fillers = new SafeFileHandle?[Error + 1];

    /// <summary>Whether nothing can be read from the standard input.</summary>
    public static bool IsInputClosed { get; private set; }

    /// <summary>Whether nothing can be written to the standard output.</summary>
    public static bool IsOutputClosed { get; private set; }

    /// <summary>Whether nothing can be written to the standard error.</summary>
    public static bool IsErrorClosed { get; private set; }

    /// <summary>Finds out which streams are there, before anything else is opened, and has nothing else take the places of the others.</summary>
    public static void Prepare()
    {
        if (OperatingSystem.IsWindows()) return;
        IsInputClosed = IsClosed(Input);
        IsOutputClosed = IsClosed(Output);
        IsErrorClosed = IsClosed(Error);

        // The lowest number that is free is taken: in this order, that of the stream.
        for (int stream = Input; stream <= Error; stream++)
        {
            if (FlagsOf(stream, GetFlags) < 0) Fillers[stream] = TryOpenNothing();
        }

        if (IsOutputClosed) Console.SetOut(TextWriter.Null);
        if (IsErrorClosed) Console.SetError(TextWriter.Null);
    }

    /// <summary>What a process begins with was kept when it began; what closes then was opened by the runtime since, in the place of a stream.</summary>
    private static bool IsClosed(int stream)
    {
        int flags = FlagsOf(stream, GetFlags);
        return flags < 0 || (flags & ClosesOnExec) != 0;
    }

    private static SafeFileHandle? TryOpenNothing()
    {
        try
        {
            return File.OpenHandle("/dev/null", FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    [LibraryImport("libc", EntryPoint = "fcntl")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int FlagsOf(int descriptor, int command);
}
