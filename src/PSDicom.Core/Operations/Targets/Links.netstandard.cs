using System.IO;
using PSDicom.Operations.Search;

namespace PSDicom.Operations.Targets;

/// <summary>Detects folders and files that are links.</summary>
internal static class Links
{
    public static bool Is(FileSystemInfo entry) => (entry.Attributes & FileAttributes.ReparsePoint) != 0 && ReparsePoint.IsLink(entry.FullName);
}
