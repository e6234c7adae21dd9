using System;
using System.Runtime.InteropServices;

namespace PSDicom.Operations.Search;

/// <summary>
/// Distinguishes links from other reparse points, such as folders of a distributed file system, which users see as ordinary folders.
/// </summary>
internal static class ReparsePoint
{
    private const uint NameSurrogate = 0x2000_0000;

    public static bool IsLink(string path)
    {
        if (!RuntimeInformation.IsOSPlatform(OSPlatform.Windows)) return true;
        IntPtr handle = FindFirstFile(path, out FindData data);
        if (handle == new IntPtr(-1)) return true;
        FindClose(handle);
        return (data.ReparseTag & NameSurrogate) != 0;
    }

    [DllImport("kernel32.dll", EntryPoint = "FindFirstFileW", CharSet = CharSet.Unicode, SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern IntPtr FindFirstFile(string path, out FindData data);

    [DllImport("kernel32.dll")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static extern bool FindClose(IntPtr handle);

    // WIN32_FIND_DATAW: 592 bytes, the reparse tag being dwReserved0.
    [StructLayout(LayoutKind.Explicit, Size = 592)]
    private struct FindData
    {
        [FieldOffset(36)]
        public uint ReparseTag;
    }
}
