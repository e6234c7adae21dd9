using System;
using System.IO;
using System.Runtime.InteropServices;

namespace PSDicom.IO.Sources;

/// <summary>
/// Opens and reads files by three calls to the system: what the runtime adds (two fstat, two flock) costs as much again, and its lock can
/// refuse a writer. It only tries: for whatever does not succeed the runtime's own way is there, which also knows the exception to throw.
/// </summary>
internal static partial class UnixFile
{
    private const int IllegalSeek = 29;
    private const int SeekEnd = 2;

    // Read only, not for child processes, and without waiting for somebody to write: a pipe among the files would hold its reader for ever.
    private static readonly int OpenFlags = OperatingSystem.IsMacOS() ? 0x100_0000 | 0x4 : 0x8_0000 | 0x800;

    // The numbers are those of 64-bit Linux and macOS.
    private static readonly bool IsSupported =
        (OperatingSystem.IsLinux() || OperatingSystem.IsMacOS()) && RuntimeInformation.ProcessArchitecture is Architecture.X64 or Architecture.Arm64;

    /// <summary>Opens a file for reading.</summary>
    /// <returns>Its descriptor; negative if the runtime is to open it.</returns>
    public static int TryOpen(string path)
    {
        if (!IsSupported || path.Contains('\0', StringComparison.Ordinal)) return -1;

        // The runtime takes ".." as text; the system would follow links first.
        return Open(path.Contains("..", StringComparison.Ordinal) ? Path.GetFullPath(path) : path, OpenFlags);
    }

    /// <summary>Reads bytes from a place of a file.</summary>
    /// <param name="descriptor">The open file.</param>
    /// <param name="destination">Filled as far as there is something to read, or as the system gives at once.</param>
    /// <param name="offset">The place.</param>
    /// <param name="isPipe">Whether it failed because there are no places: it is a pipe or a terminal.</param>
    /// <returns>How many bytes were read; negative if it failed.</returns>
    public static unsafe int TryRead(int descriptor, Span<byte> destination, long offset, out bool isPipe)
    {
        fixed (byte* start = destination)
        {
            nint count = ReadAt(descriptor, start, destination.Length, offset);
            isPipe = count < 0 && Marshal.GetLastPInvokeError() == IllegalSeek;
            return (int)count;
        }
    }

    /// <summary>Asks for a file's length, in bytes.</summary>
    /// <returns>Negative if it is not known that way.</returns>
    public static long TryGetLength(int descriptor) => Seek(descriptor, 0, SeekEnd);

    [LibraryImport("libc", EntryPoint = "close")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial int Close(int descriptor);

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "lseek")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial nint Seek(int descriptor, nint offset, int from);

    [LibraryImport("libc", EntryPoint = "pread", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static unsafe partial nint ReadAt(int descriptor, byte* destination, nint count, long offset);
}
