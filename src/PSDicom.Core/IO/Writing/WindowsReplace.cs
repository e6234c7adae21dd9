using System.IO;

namespace PSDicom.IO.Writing;

/// <summary>Replaces a file on Windows, which keeps its access rights, attributes, creation time and streams.</summary>
internal static class WindowsReplace
{
    /// <summary>Replaces a file.</summary>
    /// <param name="temporary">The new file.</param>
    /// <param name="path">The file to replace.</param>
    /// <param name="backup">The path of the old file afterwards; null to delete it.</param>
    /// <param name="isReadOnly">Whether it is marked as read-only, as the new one will be.</param>
    public static void Run(string temporary, string path, string? backup, bool isReadOnly)
    {
        if (!isReadOnly)
        {
            File.Replace(temporary, path, backup);
            return;
        }

        FileAttributes attributes = File.GetAttributes(path);
        File.SetAttributes(path, attributes & ~FileAttributes.ReadOnly);
        try
        {
            File.Replace(temporary, path, backup);
        }
        finally
        {
            File.SetAttributes(path, attributes);
        }
    }
}
