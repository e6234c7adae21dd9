using System.ComponentModel;
using System.IO;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace PSDicom.IO.Writing;

/// <summary>Reads the state of files on Windows.</summary>
internal static class WindowsFile
{
    /// <summary>The state of a file; links are followed.</summary>
    /// <exception cref="IOException">It does not exist.</exception>
    public static FileState StateOf(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1);
        if (!GetInformation(stream.SafeFileHandle, out Information information)) throw new IOException($"'{path}' cannot be read.", new Win32Exception());
        return new FileState(
            Identity: ((ulong)information.IndexHigh << 32) | information.IndexLow,
            Length: ((long)information.SizeHigh << 32) | information.SizeLow,
            Written: ((long)information.WrittenHigh << 32) | information.WrittenLow,
            Changed: 0,
            LinkCount: (int)information.LinkCount,
            IsReadOnly: ((FileAttributes)information.Attributes & FileAttributes.ReadOnly) != 0);
    }

#pragma warning disable SYSLIB1054 // for .NET Framework too, which has no generated imports
    [DllImport("kernel32.dll", EntryPoint = "GetFileInformationByHandle", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static extern bool GetInformation(SafeFileHandle file, out Information information);
#pragma warning restore SYSLIB1054

    // BY_HANDLE_FILE_INFORMATION.
    [StructLayout(LayoutKind.Explicit, Size = 52)]
    private struct Information
    {
        [FieldOffset(0)]
        public uint Attributes;

        [FieldOffset(20)]
        public uint WrittenLow;

        [FieldOffset(24)]
        public uint WrittenHigh;

        [FieldOffset(32)]
        public uint SizeHigh;

        [FieldOffset(36)]
        public uint SizeLow;

        [FieldOffset(40)]
        public uint LinkCount;

        [FieldOffset(44)]
        public uint IndexHigh;

        [FieldOffset(48)]
        public uint IndexLow;
    }
}
