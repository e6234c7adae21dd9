using System.Globalization;
using PSDicom.Deidentification.Identity;
using PSDicom.Query;

namespace PSDicom;

/// <summary>A value of a reference that a file contains. It names the elements, never the value.</summary>
public sealed class FoundIdentity
{
    internal FoundIdentity(string reference, IdentityValue value, FileSegment? segment, IdentityPlace place, long? offset, string? encoding)
    {
        Reference = reference;
        Kind = value.Kind;
        ReferenceTag = value.Tag == default ? null : TagNames.Of(value.Tag);
        Place = place;
        TagPath = segment is null || segment.Tag == default ? null : ItemPlace.PathOf(segment.Item, segment.Tag);
        Offset = offset;
        Encoding = encoding;
    }

    /// <summary>What the value says.</summary>
    public IdentityKind Kind { get; }

    /// <summary>The element of the reference that has the value; null for one of a table.</summary>
    public string? ReferenceTag { get; }

    /// <summary>The reference.</summary>
    public string Reference { get; }

    /// <summary>Where the value is.</summary>
    public IdentityPlace Place { get; }

    /// <summary>The element that contains it, as a tag path; null if it is in none.</summary>
    public string? TagPath { get; }

    /// <summary>The byte position of the value, or of the element that contains it (of a deflated file: in the inflated data set); null in a name.</summary>
    public long? Offset { get; }

    /// <summary>The encoding of the text in which it was found; null in a name.</summary>
    public string? Encoding { get; }

    /// <summary>What was found where.</summary>
    public override string ToString()
    {
        string what = ReferenceTag is null ? $"{Kind}" : $"{Kind} of {ReferenceTag}";
        string where = TagPath is not null ? $" in {TagPath}" : $" in {Place}";
        return what + where + (Offset is { } offset ? string.Format(CultureInfo.InvariantCulture, " at {0}", offset) : string.Empty);
    }
}
