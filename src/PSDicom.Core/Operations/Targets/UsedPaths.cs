using System;
using System.Collections.Generic;
using System.IO;
using System.Runtime.InteropServices;

namespace PSDicom.Operations.Targets;

/// <summary>
/// The paths of the files that a call writes, with their sources. There may be millions: only hashes of paths are kept, and sources share
/// the text of their folder.
/// </summary>
internal sealed class UsedPaths
{
    private static readonly bool IgnoresCase = !RuntimeInformation.IsOSPlatform(OSPlatform.Linux);

    /// <summary>How paths are compared on this system.</summary>
    public static StringComparison Comparison => IgnoresCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;

    private readonly Dictionary<ulong, int> _sourceOfPath = [];
    private readonly List<(string? Folder, string? Name)> _sources = [];
    private string? _last;

    /// <summary>Adds the path of a file.</summary>
    /// <param name="path">The path.</param>
    /// <param name="source">The source of the file; null for bytes in memory.</param>
    /// <param name="other">If the path was already added, the source of that file.</param>
    /// <returns>False if the path was already added.</returns>
    public bool TryAdd(string path, string? source, out string? other)
    {
        ulong hash = TextHash.Of(IgnoresCase ? path.ToUpperInvariant() : path);
        if (_sourceOfPath.TryGetValue(hash, out int index))
        {
            (string? folder, string? name) = _sources[index];
            other = name is null ? null : Path.Combine(folder!, name);
            return false;
        }

        if (_sources.Count == 0 || source != _last) AddSource(source);
        _sourceOfPath.Add(hash, _sources.Count - 1);
        other = null;
        return true;
    }

    private void AddSource(string? source)
    {
        string? folder = source is null ? null : Path.GetDirectoryName(source) ?? string.Empty;
        if (_sources.Count > 0 && _sources[_sources.Count - 1].Folder is { } before && before == folder) folder = before;
        _sources.Add((folder, source?.Substring(folder!.Length).TrimStart(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar)));
        _last = source;
    }
}
