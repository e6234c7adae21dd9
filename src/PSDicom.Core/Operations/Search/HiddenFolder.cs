using System;
using System.Collections.Generic;
using System.IO;
using System.Runtime.InteropServices;

namespace PSDicom.Operations.Search;

/// <summary>
/// Folders that hold no data of their own: what the system hides, wastebaskets, and the snapshots of file servers, in which every file is
/// again.
/// </summary>
public static class HiddenFolder
{
    private static readonly bool HidesDots = !RuntimeInformation.IsOSPlatform(OSPlatform.Windows);

    // On a share that another system serves, or is mounted from, no attribute tells.
    private static readonly HashSet<string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        "$RECYCLE.BIN", "RECYCLER", "RECYCLED", "#recycle", "@Recycle", ".Trashes", "lost+found",
        "System Volume Information", "@eaDir",
        ".snapshot", ".snapshots", "~snapshot", "#snapshot", "@GMT-Snapshots", ".zfs", ".ckpt",
    };

    /// <summary>Whether the folder of a path is one. A folder that is not there, or may not be looked at, is none.</summary>
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

    /// <summary>Whether a folder of this name and these attributes is one.</summary>
    internal static bool Is(string name, FileAttributes attributes) =>
        (attributes & (FileAttributes.Hidden | FileAttributes.System)) != 0 || Names.Contains(name)
        || (HidesDots && name.StartsWith(".", StringComparison.Ordinal));
}
