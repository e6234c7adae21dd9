using System.IO;

namespace PSDicom.Operations.Export;

internal static partial class AtomicFile
{
    private static void Replace(string temporary, string path) => File.Move(temporary, path, overwrite: true);
}
