using System;
using System.Runtime.InteropServices;
using System.Text;

namespace PSDicom.IO.Writing;

/// <summary>Copies extended attributes and access control lists of files on Linux and macOS.</summary>
internal static partial class ExtendedAttributes
{
    private const int MaxNames = 64 * 1024;
    private const int MaxValue = 64 * 1024;
    private const uint AccessListsAndAttributes = 0b101;

    /// <summary>Copies the attributes that this account may copy.</summary>
    /// <returns>Whether all were copied; those of the system's own security policy do not count, as it gives them itself.</returns>
    public static bool TryCopy(string from, string to)
    {
        if (OperatingSystem.IsMacOS()) return CopyOnMac(from, to, 0, AccessListsAndAttributes) >= 0;
        nint length = List(from, null, 0);
        if (length <= 0) return true;
        var names = new byte[Math.Min(MaxNames, length)];
        length = List(from, names, names.Length);
        if (length <= 0) return false;
        var value = new byte[MaxValue];
        bool areAll = true;
        foreach (string name in Encoding.UTF8.GetString(names, 0, (int)length).Split('\0', StringSplitOptions.RemoveEmptyEntries))
        {
            nint count = Get(from, name, value, value.Length);
            areAll &= count >= 0 && Set(to, name, value, count, 0) == 0 || name.StartsWith("security.", StringComparison.Ordinal);
        }

        return areAll;
    }

    [LibraryImport("libc", EntryPoint = "listxattr", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial nint List(string path, byte[]? names, nint size);

    [LibraryImport("libc", EntryPoint = "getxattr", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial nint Get(string path, string name, byte[] value, nint size);

    [LibraryImport("libc", EntryPoint = "setxattr", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Set(string path, string name, byte[] value, nint size, int flags);

    [LibraryImport("libc", EntryPoint = "copyfile", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int CopyOnMac(string from, string to, nint state, uint flags);
}
