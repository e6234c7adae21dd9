using System;
using System.Collections.Generic;
using System.IO;
using System.Runtime.InteropServices;
using PSDicom.IO;

namespace PSDicom.Operations.Targets;

/// <summary>
/// The files that a call reads, none of which it replaces, whatever is in it. Only hashes of their paths are kept, as there may be millions. Any
/// number of threads may use it at once.
/// </summary>
internal sealed class InputPaths
{
    private static readonly bool IgnoresCase = !RuntimeInformation.IsOSPlatform(OSPlatform.Linux);

    private readonly HashSet<ulong> _paths = [];

    /// <summary>Adds a file, by its path as it is named; what is no path is no file either.</summary>
    public void Add(string path)
    {
        if (HashOf(path) is not { } hash) return;
        lock (_paths) _paths.Add(hash);
    }

    /// <summary>Whether a path leads to one of the files, be it written otherwise, or by links.</summary>
    public bool Contains(string path)
    {
        if (HashOf(path) is not { } hash) return false;
        lock (_paths) return _paths.Contains(hash);
    }

    private static ulong? HashOf(string path)
    {
        try
        {
            string real = RealPath.Of(Path.GetFullPath(path));
            return TextHash.Of(IgnoresCase ? real.ToUpperInvariant() : real);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return null;
        }
    }
}
