using System;
using System.IO;
using System.Runtime.InteropServices;

namespace PSDicom.IO.Writing;

/// <summary>
/// Renames a file in one step that never replaces another one, and never copies: the runtime would copy to another file system by itself, without
/// verifying the copy.
/// </summary>
internal static class FileRename
{
    private const int NoPermission = 1;
    private const int AccessDenied = 13;
    private const int Exists = 17;
    private const int OtherDevice = 18;
    private const int NotSameDevice = 17;
    private const int WindowsFailure = unchecked((int)0x8007_0000);

    /// <summary>Renames a file.</summary>
    /// <param name="source">The full path.</param>
    /// <param name="path">The full new path; its folder exists.</param>
    /// <returns>False if the new path is on another file system; nothing has changed then.</returns>
    /// <exception cref="DicomException">The new path exists.</exception>
    /// <exception cref="TargetWriteException">The file cannot be renamed.</exception>
    public static bool TryMove(string source, string path) =>
        RuntimeInformation.IsOSPlatform(OSPlatform.Windows) ? TryOnWindows(source, path) : TryOnUnix(source, path);

    private static bool TryOnWindows(string source, string path)
    {
        int error = WindowsNames.Rename(source, path);
        if (error == 0) return true;
        if (error == NotSameDevice) return false;
        if (File.Exists(path)) throw AtomicFile.Exists(path);
        throw new TargetWriteException(path, Marshal.GetExceptionForHR(WindowsFailure | error) ?? new IOException());
    }

    private static bool TryOnUnix(string source, string path)
    {
        int error = UnixNames.RenameNew(source, path);

        // An old system, or a file system without this call.
        if (error < 0) error = File.Exists(path) ? Exists : UnixNames.Rename(source, path);
        return error switch
        {
            0 => true,
            OtherDevice => false,
            Exists => throw AtomicFile.Exists(path),
            NoPermission or AccessDenied => throw new TargetWriteException(path, new UnauthorizedAccessException()),
            _ => throw new TargetWriteException(path, new IOException($"The system reports the error {error}.", error)),
        };
    }
}
