using System;
using System.IO;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace PSDicom.IO.Sources;

/// <summary>
/// Opens and reads files with three system calls: those that the runtime adds (two fstat, two flock) double the time, and its lock can block a
/// writer. Where this fails, the caller uses the runtime, which throws the right exception.
/// </summary>
internal static partial class UnixFile
{
    private const int IllegalSeek = 29;
    private const int SeekEnd = 2;

    // Read-only, not inherited by child processes, and non-blocking: a pipe among the files would block its reader forever.
    private static readonly int OpenFlags = OperatingSystem.IsMacOS() ? 0x100_0000 | 0x4 : 0x8_0000 | 0x800;

    // The constants are those of 64-bit Linux and macOS.
    private static readonly bool IsSupported =
        (OperatingSystem.IsLinux() || OperatingSystem.IsMacOS()) && RuntimeInformation.ProcessArchitecture is Architecture.X64 or Architecture.Arm64;

    private static bool _canCopy = true;

    /// <summary>Opens a file for reading.</summary>
    /// <returns>Its descriptor; negative if the runtime has to open it.</returns>
    public static int TryOpen(string path)
    {
        if (!IsSupported || path.Contains('\0', StringComparison.Ordinal)) return -1;

        // The runtime resolves ".." in the text of the path; the system would follow links first.
        return Open(path.Contains("..", StringComparison.Ordinal) ? Path.GetFullPath(path) : path, OpenFlags);
    }

    /// <summary>Reads bytes at a position of a file.</summary>
    /// <param name="descriptor">The open file.</param>
    /// <param name="destination">Receives the bytes that the system returns at once.</param>
    /// <param name="offset">The position.</param>
    /// <param name="isPipe">Whether it failed because there are no positions: it is a pipe or a terminal.</param>
    /// <returns>The number of bytes read; negative if it failed.</returns>
    public static unsafe int TryRead(int descriptor, Span<byte> destination, long offset, out bool isPipe)
    {
        fixed (byte* start = destination)
        {
            nint count = ReadAt(descriptor, start, destination.Length, offset);
            isPipe = count < 0 && Marshal.GetLastPInvokeError() == IllegalSeek;
            return (int)count;
        }
    }

    /// <summary>The length of a file in bytes.</summary>
    /// <returns>Negative if it is unknown.</returns>
    public static long TryGetLength(int descriptor) => Seek(descriptor, 0, SeekEnd);

    /// <summary>Copies bytes from file to file within the system, which may copy on a server or share blocks.</summary>
    /// <returns>The number of bytes copied; 0 or less if it cannot.</returns>
    public static long TryCopy(SafeFileHandle source, long offset, SafeFileHandle target, long targetOffset, long count)
    {
        if (!OperatingSystem.IsLinux() || !_canCopy) return 0;
        try
        {
            return Copy(source, ref offset, target, ref targetOffset, (nint)count, 0);
        }
        catch (EntryPointNotFoundException)
        {
            // An old C library.
            _canCopy = false;
            return 0;
        }
    }

    /// <summary>Waits until the entries of a folder are on the disk, where the system can do that.</summary>
    public static void TryFlushFolder(string path)
    {
        int descriptor = TryOpen(path);
        if (descriptor < 0) return;
        _ = Flush(descriptor);
        _ = Close(descriptor);
    }

    [LibraryImport("libc", EntryPoint = "close")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial int Close(int descriptor);

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "copy_file_range")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial nint Copy(SafeFileHandle source, ref long offset, SafeFileHandle target, ref long targetOffset, nint count, uint flags);

    [LibraryImport("libc", EntryPoint = "fsync")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Flush(int descriptor);

    [LibraryImport("libc", EntryPoint = "lseek")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial nint Seek(int descriptor, nint offset, int from);

    [LibraryImport("libc", EntryPoint = "pread", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static unsafe partial nint ReadAt(int descriptor, byte* destination, nint count, long offset);
}
