using System.IO;
using System.Runtime.InteropServices;

namespace PSDicom.IO.Writing;

/// <summary>Gives a file another name.</summary>
internal static class HardLink
{
    /// <summary>Makes a hard link.</summary>
    /// <param name="source">The full path of the file.</param>
    /// <param name="path">The full path of the new name; its folder exists.</param>
    /// <returns>False if the file system cannot do it, because the name is on another one or it has no hard links.</returns>
    /// <exception cref="DicomException">The new name exists.</exception>
    public static bool TryCreate(string source, string path)
    {
        int error = RuntimeInformation.IsOSPlatform(OSPlatform.Windows) ? WindowsNames.Link(source, path) : UnixNames.Link(RealPath.Of(source), path);
        if (error == 0) return true;
        return File.Exists(path) ? throw AtomicFile.Exists(path) : false;
    }
}
