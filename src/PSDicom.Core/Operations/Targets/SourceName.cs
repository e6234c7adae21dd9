using System;
using System.IO;
using System.Linq;

namespace PSDicom.Operations.Targets;

/// <summary>The parts of a source path for the names of its pictures.</summary>
internal static class SourceName
{
    // Only these are extensions: 1.2.840.113619 and IM.0001 have none.
    public static readonly string[] Extensions = [".dcm", ".dicom", ".dic", ".dc3", ".ima", ".img", ".acr"];

    /// <summary>The name without its extension; empty if there is no path.</summary>
    public static string Base(string? path)
    {
        if (path is null) return string.Empty;
        string name = Path.GetFileName(path);
        string extension = Path.GetExtension(name);
        return name.Length > extension.Length && Extensions.Contains(extension, StringComparer.OrdinalIgnoreCase)
            ? name.Substring(0, name.Length - extension.Length)
            : name;
    }

    /// <summary>Whether a path ends like the name of a DICOM file.</summary>
    public static bool HasExtension(string path) => Extensions.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase);

    /// <summary>The name of its folder; empty if there is none.</summary>
    public static string Folder(string? path) =>
        path is null ? string.Empty : Path.GetFileName(Path.GetDirectoryName(Path.GetFullPath(path))) ?? string.Empty;
}
