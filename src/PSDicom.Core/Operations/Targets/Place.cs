using System;
using System.IO;
using PSDicom.IO;

namespace PSDicom.Operations.Targets;

/// <summary>Compares where paths lead: links are followed, also in the folders of a file that does not exist yet.</summary>
internal static class Place
{
    /// <summary>The path without links. Of a path that does not exist, the part that does.</summary>
    /// <param name="fullPath">A full path.</param>
    public static string Of(string fullPath)
    {
        string rest = string.Empty;
        string? existing = fullPath;
        while (existing is not null && !File.Exists(existing) && !Directory.Exists(existing))
        {
            rest = Path.Combine(Path.GetFileName(existing), rest);
            existing = Path.GetDirectoryName(existing);
        }

        if (existing is null) return fullPath;
        try
        {
            string real = RealPath.Of(existing);
            return rest.Length == 0 ? real : Path.Combine(real, rest);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return fullPath;
        }
    }

    /// <summary>Whether a place is a folder or in it.</summary>
    /// <param name="place">The place of a file or folder.</param>
    /// <param name="folder">The place of the folder.</param>
    public static bool IsIn(string place, string folder)
    {
        string start = folder.TrimEnd(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar);
        return place.StartsWith(start, UsedPaths.Comparison)
            && (place.Length == start.Length || place[start.Length] == Path.DirectorySeparatorChar || place[start.Length] == Path.AltDirectorySeparatorChar);
    }

    /// <summary>Whether two full paths lead to the same file, as far as can be told from the paths.</summary>
    public static bool IsSame(string one, string other) =>
        string.Equals(one, other, UsedPaths.Comparison) || string.Equals(Of(one), Of(other), UsedPaths.Comparison);
}
