using System.Collections.Generic;
using System.Runtime.InteropServices;

namespace PSDicom.Operations.Export;

/// <summary>The paths that the pictures of a call have, of which there may be millions: only their hashes are kept.</summary>
internal sealed class UsedPaths
{
    private static readonly bool IgnoresCase = !RuntimeInformation.IsOSPlatform(OSPlatform.Linux);

    private readonly HashSet<ulong> _hashes = [];

    /// <returns>False if the path was added before.</returns>
    public bool Add(string path) => _hashes.Add(TextHash.Of(IgnoresCase ? path.ToUpperInvariant() : path));
}
