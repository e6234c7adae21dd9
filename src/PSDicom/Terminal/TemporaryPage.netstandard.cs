using System;
using System.IO;

namespace PSDicom.Terminal;

internal sealed partial class TemporaryPage
{
    // On Windows the temporary folder is that of the user.
    private static string CreateFolder() => Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), $"{Prefix}{Guid.NewGuid():N}")).FullName;
}
