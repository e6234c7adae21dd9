using PSDicom.Deidentification;
using PSDicom.Text;

namespace PSDicom.Operations.Protection;

/// <summary>Options for searching files for the identity of their sources: what they may have of it.</summary>
public sealed record IdentityTestOptions
{
    /// <summary>What the files may retain.</summary>
    public Retention Retained { get; init; }

    /// <summary>What the files may have after cleaning.</summary>
    public Cleaning Cleaned { get; init; }

    /// <summary>Whether the files may have text that the standard's table does not list.</summary>
    public bool AllowsUnlisted { get; init; }

    /// <summary>The character set of the references; null for the one that each declares.</summary>
    public CharacterSet? CharacterSet { get; init; }
}
