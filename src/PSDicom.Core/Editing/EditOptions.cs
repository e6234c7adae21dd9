using System.Collections.Generic;
using PSDicom.Text;

namespace PSDicom.Editing;

/// <summary>Options for changes of elements, the same for all files of a run.</summary>
public sealed record EditOptions
{
    /// <summary>Whether values are written that do not conform to the standard. Text that cannot be encoded stays an error.</summary>
    public bool SkipsValidation { get; init; }

    /// <summary>The character set that all text is encoded in anew, strictly; null to keep that of the file.</summary>
    public CharacterSet? EncodeAs { get; init; }

    /// <summary>The unique identifiers to replace by new ones, consistently over the run.</summary>
    public UidKinds NewUids { get; init; }

    /// <summary>Whether private elements are removed, at any depth: all, or those of <see cref="PrivateCreators"/>.</summary>
    public bool RemovesPrivate { get; init; }

    /// <summary>The creators whose private elements are removed, in any letter case; null for all.</summary>
    public IReadOnlyList<string>? PrivateCreators { get; init; }

    /// <summary>Whether truncated files are changed, as far as they go.</summary>
    public bool AllowsTruncated { get; init; }

    /// <summary>Whether a change of an element that occurs more than once in a data set applies to all of them; else it is an error.</summary>
    public bool AllowsDuplicates { get; init; }

    /// <summary>Whether the file keeps the name of the implementation that wrote it, in its file meta information.</summary>
    public bool KeepsImplementation { get; init; }
}
