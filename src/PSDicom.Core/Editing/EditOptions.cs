using System;
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

    /// <summary>Whether file meta information is added to files that have none, as DICOM files need it (PS3.10 section 7.1).</summary>
    public bool AddsFileMeta { get; init; }

    /// <summary>
    /// Whether no byte of a file may move: shorter text is padded with blanks, which mean nothing at its end (PS3.5 section 6.2), the name of the
    /// implementation stays, and what does not fit is an error.
    /// </summary>
    public bool KeepsLength { get; init; }

    /// <summary>Checks that the options do not contradict each other.</summary>
    /// <exception cref="ArgumentException">They do.</exception>
    internal void Validate()
    {
        if (EncodeAs is { IsDeclarable: false }) throw new ArgumentException("The character set to encode in is not one of DICOM, so that a file cannot declare it. Use ISO_IR 192, or another defined term.");
        if (KeepsLength && (EncodeAs is not null || NewUids != UidKinds.None || AddsFileMeta))
            throw new ArgumentException("The length of a file is kept only when values are set: not with another character set, new identifiers or file meta information.");
    }
}
