using System;
using System.IO;

namespace PSDicom.IO.Writing;

internal sealed partial class InPlaceFile
{
    // The path has no links.
    private static void RefuseLink(string path) => _ = path;

    private static bool TryKeepAttributes(string path, string temporary) => OperatingSystem.IsWindows() || ExtendedAttributes.TryCopy(path, temporary);

    private static void Replace(string temporary, string path, string? backup, bool isReadOnly)
    {
        if (OperatingSystem.IsWindows())
        {
            WindowsReplace.Run(temporary, path, backup, isReadOnly);
            return;
        }

        if (backup is not null && !FileStates.TryLink(path, backup)) File.Copy(path, backup);
        try
        {
            File.Move(temporary, path, overwrite: true);
        }
        catch (Exception exception) when (backup is not null && exception is IOException or UnauthorizedAccessException)
        {
            AtomicFile.Delete(backup!);
            throw;
        }
    }
}
