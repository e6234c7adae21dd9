using System;
using System.Runtime.InteropServices;

namespace PSDicom.IO.Writing;

/// <summary>Names of files on Windows; each method returns the error of the system, 0 if there is none.</summary>
internal static partial class WindowsNames
{
    private const int WriteThrough = 8;

    /// <summary>Renames a file on its volume; a file of that name is an error.</summary>
    public static int Rename(string from, string to) => MoveFile(Extended(from), Extended(to), WriteThrough) ? 0 : Marshal.GetLastWin32Error();

    /// <summary>Gives a file another name.</summary>
    public static int Link(string from, string to) => CreateHardLink(Extended(to), Extended(from), IntPtr.Zero) ? 0 : Marshal.GetLastWin32Error();

    /// <summary>A path that may be longer than 260 characters.</summary>
    private static string Extended(string path)
    {
        if (path.StartsWith(@"\\?\", StringComparison.Ordinal)) return path;
        return (path.StartsWith(@"\\", StringComparison.Ordinal) ? @"\\?\UNC\" : @"\\?\") + path.TrimStart('\\');
    }
}
