using System;
using System.Collections.Generic;
using System.IO;
using System.Runtime.InteropServices;
using PSDicom.IO;

namespace PSDicom.Operations.Targets;

/// <summary>
/// The input files of a call, none of which it may replace. Only hashes of their paths are kept, because there may be millions.
/// Thread-safe.
/// </summary>
internal sealed class InputPaths
{
    private static readonly bool IgnoresCase = !RuntimeInformation.IsOSPlatform(OSPlatform.Linux);

    private readonly HashSet<ulong> _paths = [];

    /// <summary>Adds a file by its path as given; an invalid path is ignored.</summary>
    public void Add(string path)
    {
        if (HashOf(path) is not { } hash) return;
        lock (_paths) _paths.Add(hash);
    }

    /// <summary>Adds a file by its path as given, unless a path to it was added before.</summary>
    /// <returns>Whether it is new; an invalid path always is.</returns>
    public bool TryAdd(string path)
    {
        if (HashOf(path) is not { } hash) return true;
        lock (_paths) return _paths.Add(hash);
    }

    /// <summary>Whether a path leads to one of the files, also in another spelling or through links.</summary>
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
