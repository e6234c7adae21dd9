using System;
using System.IO;
using System.Runtime.InteropServices;

namespace PSDicom.IO;

/// <summary>Resolves links in paths: all paths to a file have the same result, except with hard links and mounts.</summary>
internal static partial class RealPath
{
    /// <summary>The path without links; the path itself if there is no such file.</summary>
    /// <param name="fullPath">A full path.</param>
    /// <exception cref="IOException">A link is broken.</exception>
    public static string Of(string fullPath) =>
        OperatingSystem.IsWindows() ? File.ResolveLinkTarget(fullPath, returnFinalTarget: true)?.FullName ?? fullPath
        : fullPath.Contains('\0', StringComparison.Ordinal) ? fullPath
        : OfUnix(fullPath) ?? fullPath;

    private static string? OfUnix(string fullPath)
    {
        nint real = Resolve(fullPath, 0);
        if (real == 0) return null;
        try
        {
            return Marshal.PtrToStringUTF8(real);
        }
        finally
        {
            Free(real);
        }
    }

    [LibraryImport("libc", EntryPoint = "realpath", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial nint Resolve(string path, nint buffer);

    [LibraryImport("libc", EntryPoint = "free")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial void Free(nint pointer);
}
