using System;
using System.IO;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace PSDicom.Cli.Output;

/// <summary>The standard output, for UTF-8, buffered.</summary>
internal sealed class StandardOutput : IDisposable
{
    private const int BufferSize = 64 * 1024;

    private readonly Stream _stream;

    /// <exception cref="IOException">It is closed.</exception>
    public StandardOutput()
    {
        if (StandardStreams.IsOutputClosed) throw new IOException("it is closed. Redirect it to a file or to /dev/null.");
        IsTerminal = !Console.IsOutputRedirected;
        if (IsTerminal)
        {
            (Columns, Rows) = FindSize();
            if (OperatingSystem.IsWindows()) Console.OutputEncoding = new UTF8Encoding(false);
        }

        _stream = new BufferedStream(Open(), BufferSize);
    }

    /// <summary>Whether it is a terminal.</summary>
    public bool IsTerminal { get; }

    /// <summary>The width of the terminal; null if it is not a terminal.</summary>
    public int? Columns { get; }

    /// <summary>How high the terminal is; null if it is none.</summary>
    public int? Rows { get; }

    public void Write(ReadOnlySpan<byte> bytes) => _stream.Write(bytes);

    public void Flush() => _stream.Flush();

    public void Dispose() => _stream.Dispose();

    private static (int? Columns, int? Rows) FindSize()
    {
        try
        {
            return (Console.WindowWidth is > 0 and int width ? width : null, Console.WindowHeight is > 0 and int height ? height : null);
        }
        catch (IOException)
        {
            return (null, null);
        }
    }

    // The stream of Console does not report a closed pipe, so all files would be read for nobody. A FileStream does, but writes at its own
    // position, although others may write to the same file.
    private static Stream Open()
    {
        if (!Console.IsOutputRedirected) return Console.OpenStandardOutput();
        nint handle = OperatingSystem.IsWindows() ? GetStdHandle(-11) : 1;
        var stream = new FileStream(new SafeFileHandle(handle, ownsHandle: false), FileAccess.Write, bufferSize: 0);
        return stream.CanSeek ? Console.OpenStandardOutput() : stream;
    }

    [DllImport("kernel32.dll")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern nint GetStdHandle(int which);
}
