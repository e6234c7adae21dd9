using System.IO;

namespace PSDicom.Operations.Targets;

/// <summary>Detects folders that are links.</summary>
internal static class LinkFolder
{
    public static bool Is(DirectoryInfo folder) => (folder.Attributes & FileAttributes.ReparsePoint) != 0 && folder.LinkTarget is not null;
}
