using System.Collections.Generic;
using System.IO;
using System.IO.Enumeration;

namespace PSDicom.Operations.Search;

/// <summary>
/// The names in a folder. Only data from the listing itself are used: on a share, each further query costs a round trip.
/// </summary>
internal static class FolderListing
{
    private static readonly EnumerationOptions Everything = new() { AttributesToSkip = 0, IgnoreInaccessible = false };

    public static IEnumerable<(string Name, FolderEntryKind Kind)> Read(string folder) =>
        new FileSystemEnumerable<(string, FolderEntryKind)>(
            folder, static (ref FileSystemEntry entry) => (entry.FileName.ToString(), KindOf(ref entry)), Everything);

    // Other reparse points than links, such as the folders of a distributed file system, are ordinary folders to their users.
    private static FolderEntryKind KindOf(ref FileSystemEntry entry)
    {
        if (!entry.IsDirectory) return FolderEntryKind.File;
        bool isLink = (entry.Attributes & FileAttributes.ReparsePoint) != 0 && entry.ToFileSystemInfo().LinkTarget is not null;
        if (isLink) return FolderEntryKind.FolderLink;
        return HiddenFolder.Is(entry.FileName.ToString(), entry.Attributes) ? FolderEntryKind.HiddenFolder : FolderEntryKind.Folder;
    }
}
