using System;

namespace PSDicom.Adapters;

/// <summary>
/// The provider path of a file, as on PowerShell's own objects: a property PSPath binds to -LiteralPath of every command that takes files,
/// without wildcards.
/// </summary>
internal static class ItemPath
{
    /// <summary>The name of the property that PowerShell commands bind as a file.</summary>
    public const string PropertyName = "PSPath";

    private const string FileSystem = @"Microsoft.PowerShell.Core\FileSystem::";

    /// <summary>The provider path of a full path; null for bytes in memory.</summary>
    public static string? Of(string? fullName) => fullName is null ? null : FileSystem + fullName;

    /// <summary>The full path of a provider path.</summary>
    public static string FullNameOf(string path) => path.StartsWith(FileSystem, StringComparison.Ordinal) ? path.Substring(FileSystem.Length) : path;
}
