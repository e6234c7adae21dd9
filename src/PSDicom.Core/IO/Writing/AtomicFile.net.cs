using System.IO;
using PSDicom.IO.Sources;

namespace PSDicom.IO.Writing;

internal static partial class AtomicFile
{
    /// <summary>Waits until the names of a folder are on the disk, where the system can do that.</summary>
    public static void FlushFolder(string folder) => UnixFile.TryFlushFolder(folder);

    private static void Replace(string temporary, string path) => File.Move(temporary, path, overwrite: true);
}
