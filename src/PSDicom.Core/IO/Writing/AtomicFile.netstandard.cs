using System.IO;

namespace PSDicom.IO.Writing;

internal static partial class AtomicFile
{
    // File.Move does not replace here, and File.Replace only replaces.
    private static void Replace(string temporary, string path)
    {
        if (File.Exists(path)) File.Replace(temporary, path, null);
        else File.Move(temporary, path);
    }
}
