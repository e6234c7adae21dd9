using System;
using System.Runtime.InteropServices;

namespace PSDicom.IO.Writing;

/// <summary>Names of files on Linux and macOS; each method returns the error of the system, 0 if there is none.</summary>
internal static partial class UnixNames
{
    private const int CurrentFolder = -100;
    private const uint NoReplaceOnLinux = 1;
    private const uint NoReplaceOnMac = 4;
    private const int Invalid = 22;
    private const int NotImplemented = 38;
    private const int NotSupportedOnLinux = 95;
    private const int NotSupportedOnMac = 45;

    /// <summary>Renames a file; a file of that name is an error.</summary>
    /// <returns>-1 if the system or the file system does not have the call.</returns>
    public static int RenameNew(string from, string to)
    {
        try
        {
            int result = OperatingSystem.IsMacOS()
                ? RenameOnMac(from, to, NoReplaceOnMac)
                : RenameOnLinux(CurrentFolder, from, CurrentFolder, to, NoReplaceOnLinux);
            int error = result == 0 ? 0 : Marshal.GetLastPInvokeError();
            return error is Invalid or NotImplemented or NotSupportedOnLinux or NotSupportedOnMac ? -1 : error;
        }
        catch (EntryPointNotFoundException)
        {
            return -1;
        }
    }

    /// <summary>Renames a file, over a file of that name.</summary>
    public static int Rename(string from, string to) => RenameOver(from, to) == 0 ? 0 : Marshal.GetLastPInvokeError();

    /// <summary>Gives a file another name.</summary>
    public static int Link(string from, string to) => MakeLink(from, to) == 0 ? 0 : Marshal.GetLastPInvokeError();

    [LibraryImport("libc", EntryPoint = "renameat2", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int RenameOnLinux(int fromFolder, string from, int toFolder, string to, uint flags);

    [LibraryImport("libc", EntryPoint = "renamex_np", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int RenameOnMac(string from, string to, uint flags);

    [LibraryImport("libc", EntryPoint = "rename", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int RenameOver(string from, string to);

    [LibraryImport("libc", EntryPoint = "link", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int MakeLink(string from, string to);
}
