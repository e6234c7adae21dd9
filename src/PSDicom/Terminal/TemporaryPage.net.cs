using System.IO;

namespace PSDicom.Terminal;

internal sealed partial class TemporaryPage
{
    private static string CreateFolder() => Directory.CreateTempSubdirectory(Prefix).FullName;
}
