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
            int result = RuntimeInformation.IsOSPlatform(OSPlatform.OSX)
                ? RenameOnMac(from, to, NoReplaceOnMac)
                : RenameOnLinux(CurrentFolder, from, CurrentFolder, to, NoReplaceOnLinux);
            int error = ErrorOf(result);
            return error is Invalid or NotImplemented or NotSupportedOnLinux or NotSupportedOnMac ? -1 : error;
        }
        catch (EntryPointNotFoundException)
        {
            return -1;
        }
    }

    /// <summary>Renames a file, over a file of that name.</summary>
    public static int Rename(string from, string to) => ErrorOf(RenameOver(from, to));

    /// <summary>Gives a file another name.</summary>
    public static int Link(string from, string to) => ErrorOf(MakeLink(from, to));

    private static int ErrorOf(int result) => result == 0 ? 0 : Marshal.GetLastWin32Error();
}
