using System.IO;

namespace PSDicom.IO.Writing;

internal static partial class AtomicFile
{
    private static void Replace(string temporary, string path) => File.Move(temporary, path, overwrite: true);
}
