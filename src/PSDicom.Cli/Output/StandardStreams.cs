using System;
using System.IO;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace PSDicom.Cli.Output;

/// <summary>
/// Detects closed standard streams. A caller can close them, and then the first files opened by the runtime or this program take their
/// descriptors, so that output would go into an input file.
/// </summary>
internal static partial class StandardStreams
{
    private const int Input = 0;
    private const int Output = 1;
    private const int Error = 2;
    private const int GetFlags = 1;     // F_GETFD on Linux and macOS
    private const int ClosesOnExec = 1; // FD_CLOEXEC

    // Kept open until the process ends, on the descriptors of the closed streams.
    private static readonly SafeFileHandle?[] Fillers = new SafeFileHandle?[Error + 1];

    /// <summary>Whether the standard input is closed.</summary>
    public static bool IsInputClosed { get; private set; }

    /// <summary>Whether the standard output is closed.</summary>
    public static bool IsOutputClosed { get; private set; }

    /// <summary>Whether the standard error is closed.</summary>
    public static bool IsErrorClosed { get; private set; }

    /// <summary>Detects closed streams before anything else is opened, and occupies their descriptors.</summary>
    public static void Prepare()
    {
        if (OperatingSystem.IsWindows()) return;
        IsInputClosed = IsClosed(Input);
        IsOutputClosed = IsClosed(Output);
        IsErrorClosed = IsClosed(Error);

        // An open takes the lowest free descriptor: in this order, that of the stream.
        for (int stream = Input; stream <= Error; stream++)
        {
            if (FlagsOf(stream, GetFlags) < 0) Fillers[stream] = TryOpenNothing();
        }

        if (IsOutputClosed) Console.SetOut(TextWriter.Null);
        if (IsErrorClosed) Console.SetError(TextWriter.Null);
    }

    /// <summary>
    /// A descriptor passed to the process stays open on exec; one that closes was opened by the runtime since, in place of the stream.
    /// </summary>
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
