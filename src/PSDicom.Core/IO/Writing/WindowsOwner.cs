using System.ComponentModel;
using System.IO;
using System.Runtime.InteropServices;

namespace PSDicom.IO.Writing;

/// <summary>Gives the rights to a file on Windows to its owner alone.</summary>
internal static class WindowsOwner
{
    // A protected list of access rights: full access for the owner, nobody else, nothing from the folder.
    private const string OwnerOnly = "D:P(A;;FA;;;OW)";
    private const uint Revision = 1;
    private const uint AccessRights = 0x8000_0004; // PROTECTED_DACL_SECURITY_INFORMATION and DACL_SECURITY_INFORMATION

    /// <summary>Sets the rights.</summary>
    /// <exception cref="IOException">They cannot be set.</exception>
    public static void Restrict(string path)
    {
        if (!Convert(OwnerOnly, Revision, out nint descriptor, out _)) throw Failed(path);
        try
        {
            if (!Set(path, AccessRights, descriptor)) throw Failed(path);
        }
        finally
        {
            Marshal.FreeHGlobal(descriptor);
        }
    }

    private static IOException Failed(string path) => new($"The rights to '{path}' cannot be given to its owner alone.", new Win32Exception());

#pragma warning disable SYSLIB1054 // for .NET Framework too, which has no generated imports
    [DllImport("advapi32.dll", EntryPoint = "ConvertStringSecurityDescriptorToSecurityDescriptorW", CharSet = CharSet.Unicode, SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static extern bool Convert(string text, uint revision, out nint descriptor, out uint size);

    [DllImport("advapi32.dll", EntryPoint = "SetFileSecurityW", CharSet = CharSet.Unicode, SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static extern bool Set(string path, uint information, nint descriptor);
#pragma warning restore SYSLIB1054
}
