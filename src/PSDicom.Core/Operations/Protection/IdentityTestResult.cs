using System.Collections.Generic;
using System.Linq;
using PSDicom.Deidentification.Identity;

namespace PSDicom;

/// <summary>Whether a file has values of the identity of its source, and where. It never has the values themselves.</summary>
public sealed class IdentityTestResult
{
    internal IdentityTestResult(string path, IdentityIndex index, IReadOnlyList<FoundIdentity> found, long length)
    {
        FullName = path;
        Reference = found.Count > 0 ? found[0].Reference : index.ReferenceCount == 1 ? index.PathOf(0) : null;
        Found = found;
        Length = length;
    }

    /// <summary>The file.</summary>
    public string FullName { get; }

    /// <summary>The source: the only one, or of several the first whose value the file has; null if it has none.</summary>
    public string? Reference { get; }

    /// <summary>Whether no value was found.</summary>
    public bool Clean => Found.Count == 0;

    /// <summary>The number of values that were found, each once for each element; at most 1,000 are.</summary>
    public int Count => Found.Count;

    /// <summary>The kinds of values that were found.</summary>
    public IReadOnlyList<IdentityKind> Kinds => [.. Found.Select(value => value.Kind).Distinct().OrderBy(kind => kind)];

    /// <summary>What was found where.</summary>
    public IReadOnlyList<FoundIdentity> Found { get; }

    /// <summary>The size of the file in bytes.</summary>
    public long Length { get; }

    /// <summary>The path.</summary>
    public override string ToString() => FullName;
}
