using System.IO;
using System.Runtime.InteropServices;

namespace PSDicom.IO.Writing;

/// <summary>Reads the state of files, for Windows PowerShell 5.1.</summary>
internal static class FileStates
{
    /// <summary>The state of a file.</summary>
    /// <exception cref="IOException">It does not exist.</exception>
    public static FileState Of(string path)
    {
        if (RuntimeInformation.IsOSPlatform(OSPlatform.Windows)) return WindowsFile.StateOf(path);
        var file = new FileInfo(path);
        return new FileState(0, file.Length, file.LastWriteTimeUtc.Ticks, 0, 1, file.IsReadOnly);
    }

    /// <summary>Whether this account may write a file: Windows tells when it is tried.</summary>
    public static bool MayBeWritten(string path)
    {
        _ = path;
        return true;
    }

    /// <summary>Gives a file owner and permissions of another: on Windows, replacing a file keeps them.</summary>
    public static bool TryKeep(string path, FileState wanted)
    {
        _ = (path, wanted);
        return true;
    }

    /// <summary>Gives a file another name: on Windows, replacing a file makes the backup.</summary>
    public static bool TryLink(string path, string name)
    {
        _ = (path, name);
        return false;
    }
}
