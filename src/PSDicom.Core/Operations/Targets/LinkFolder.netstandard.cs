using System.IO;
using PSDicom.Operations.Search;

namespace PSDicom.Operations.Targets;

/// <summary>Detects folders that are links.</summary>
internal static class LinkFolder
{
    public static bool Is(DirectoryInfo folder) =>
        (folder.Attributes & FileAttributes.ReparsePoint) != 0 && ReparsePoint.IsLink(folder.FullName);
}
