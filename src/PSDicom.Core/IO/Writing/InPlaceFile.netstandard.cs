using System.IO;

namespace PSDicom.IO.Writing;

internal sealed partial class InPlaceFile
{
    /// <summary>Replacing a link would leave its target as it is.</summary>
    private static void RefuseLink(string path)
    {
        if ((File.GetAttributes(path) & FileAttributes.ReparsePoint) != 0)
            throw new IOException($"'{path}' is a link. Name the file that it leads to.");
    }

    private static bool TryKeepAttributes(string path, string temporary)
    {
        _ = (path, temporary);
        return true;
    }

    private static void Replace(string temporary, string path, string? backup, bool isReadOnly) => WindowsReplace.Run(temporary, path, backup, isReadOnly);
}
