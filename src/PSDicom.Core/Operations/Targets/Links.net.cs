using System.IO;

namespace PSDicom.Operations.Targets;

/// <summary>Detects folders and files that are links.</summary>
internal static class Links
{
    public static bool Is(FileSystemInfo entry) => (entry.Attributes & FileAttributes.ReparsePoint) != 0 && entry.LinkTarget is not null;
}
