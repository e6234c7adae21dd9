using System;
using System.Collections.Generic;
using System.IO;
using PSDicom.Operations.Targets;

namespace PSDicom.Operations.Copy;

/// <summary>The paths of copied files in the destination. Used by one thread.</summary>
/// <param name="options">The options.</param>
/// <param name="folder">The destination.</param>
internal sealed class CopyNames(FileCopyOptions options, TargetFolder folder)
{
    /// <summary>For each path without its number, the last number.</summary>
    private readonly Dictionary<ulong, int> _counts = [];

    /// <summary>The path of a file.</summary>
    /// <param name="file">Its header.</param>
    /// <param name="path">Its full path.</param>
    /// <param name="root">The full path of the searched folder that it was found in; null if it was not found by a search.</param>
    /// <param name="isThere">Whether a path has the file that would be written there.</param>
    /// <exception cref="DicomException">It would be outside the destination.</exception>
    public string Of(DicomFile file, string path, string? root, Func<string, bool> isThere)
    {
        if (options.NameTemplate is not { } template) return folder.PathOf(root is null ? Path.GetFileName(path) : Below(root, path));
        return template.HasCount ? Numbered(template, file, isThere) : PathOf(template, file, null);
    }

    private string PathOf(NameTemplate template, DicomFile file, int? count) =>
        folder.PathOf(template.Expand(file, null, 1, SourceName.Extensions, count: count));

    /// <summary>The next number that is free, or whose file has the same bytes: so a call can be repeated.</summary>
    private string Numbered(NameTemplate template, DicomFile file, Func<string, bool> isThere)
    {
        ulong key = TextHash.Of(PathOf(template, file, 0));
        _counts.TryGetValue(key, out int count);
        string target;
        do target = PathOf(template, file, ++count);
        while (File.Exists(target) && !isThere(target));
        _counts[key] = count;
        return target;
    }

    private static string Below(string root, string path) =>
        path.Substring(root.Length).TrimStart(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar);
}
