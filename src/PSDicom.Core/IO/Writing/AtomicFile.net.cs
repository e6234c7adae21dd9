using System.IO;
using PSDicom.IO.Sources;

namespace PSDicom.IO.Writing;

internal static partial class AtomicFile
{
    /// <summary>Waits until the new name of a file is on the disk, where the system can do that.</summary>
    public static void FlushFolder(string path) => UnixFile.TryFlushFolder(Path.GetDirectoryName(path)!);

    private static void Replace(string temporary, string path) => File.Move(temporary, path, overwrite: true);
}
