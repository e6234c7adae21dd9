using System;

namespace PSDicom.Adapters;

/// <summary>
/// The path of a file as PowerShell's own objects have it: a property PSPath binds to -LiteralPath of every command that takes files, where
/// no character of a name is a wildcard.
/// </summary>
internal static class ItemPath
{
    /// <summary>The name of the property that PowerShell's commands take for a file.</summary>
    public const string PropertyName = "PSPath";

    private const string FileSystem = @"Microsoft.PowerShell.Core\FileSystem::";

    /// <summary>The path of a file by its full path; null for bytes in memory.</summary>
    public static string? Of(string? fullName) => fullName is null ? null : FileSystem + fullName;

    /// <summary>The full path of a file by its path.</summary>
    public static string FullNameOf(string path) => path.StartsWith(FileSystem, StringComparison.Ordinal) ? path.Substring(FileSystem.Length) : path;
}
