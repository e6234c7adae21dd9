using System.Collections.Generic;
using System.IO;

namespace PSDicom.Operations.Search;

/// <summary>
/// The names in a folder. Only data from the listing itself are used: on a share, each further query costs a round trip.
/// </summary>
internal static class FolderListing
{
    public static IEnumerable<(string Name, FolderEntryKind Kind)> Read(string folder)
    {
        foreach (FileSystemInfo entry in new DirectoryInfo(folder).EnumerateFileSystemInfos())
            yield return (entry.Name, KindOf(entry));
    }

    private static FolderEntryKind KindOf(FileSystemInfo entry)
    {
        if (entry is not DirectoryInfo) return FolderEntryKind.File;
        bool isLink = (entry.Attributes & FileAttributes.ReparsePoint) != 0 && ReparsePoint.IsLink(entry.FullName);
        if (isLink) return FolderEntryKind.FolderLink;
        return HiddenFolder.Is(entry.Name, entry.Attributes) ? FolderEntryKind.HiddenFolder : FolderEntryKind.Folder;
    }
}
