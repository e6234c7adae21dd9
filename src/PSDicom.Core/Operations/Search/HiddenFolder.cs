using System;
using System.Collections.Generic;
using System.IO;
using System.Runtime.InteropServices;

namespace PSDicom.Operations.Search;

/// <summary>
/// Folders without data of their own: hidden and system folders, wastebaskets, and snapshots of file servers, which repeat every file.
/// </summary>
public static class HiddenFolder
{
    private static readonly bool HidesDots = !RuntimeInformation.IsOSPlatform(OSPlatform.Windows);

    // Shares and mounts from other systems do not have the attributes.
    private static readonly HashSet<string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        "$RECYCLE.BIN", "RECYCLER", "RECYCLED", "#recycle", "@Recycle", ".Trashes", "lost+found",
        "System Volume Information", "@eaDir",
        ".snapshot", ".snapshots", "~snapshot", "#snapshot", "@GMT-Snapshots", ".zfs", ".ckpt",
    };

    /// <summary>Whether a path is such a folder. False if it does not exist or access is denied.</summary>
    public static bool Is(string path)
    {
        if (path is null) throw new ArgumentNullException(nameof(path));
        try
        {
            var folder = new DirectoryInfo(path);
            return folder.Exists && Is(folder.Name, folder.Attributes);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>Whether a folder with this name and these attributes is such a folder.</summary>
    internal static bool Is(string name, FileAttributes attributes) =>
        (attributes & (FileAttributes.Hidden | FileAttributes.System)) != 0 || Names.Contains(name)
        || (HidesDots && name.StartsWith(".", StringComparison.Ordinal));
}
