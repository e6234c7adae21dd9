using System.IO;

namespace PSDicom.IO.Writing;

internal static partial class AtomicFile
{
    /// <summary>Windows writes the names of files to the disk in order.</summary>
    public static void FlushFolder(string folder) => _ = folder;

    // Here File.Move cannot replace a file, and File.Replace needs one.
    private static void Replace(string temporary, string path)
    {
        if (File.Exists(path)) File.Replace(temporary, path, null);
        else File.Move(temporary, path);
    }
}
