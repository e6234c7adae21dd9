using PSDicom.Deidentification.Values;

namespace PSDicom.Deidentification.Identity;

/// <summary>A value of a reference that is looked for; the value itself is not kept.</summary>
/// <param name="Kind">What it says.</param>
/// <param name="Tag">The element of the reference; none for one of a table.</param>
/// <param name="Reference">The number of the reference.</param>
internal readonly record struct IdentityValue(IdentityKind Kind, DicomTag Tag, int Reference)
{
    /// <summary>Whether it is the better one to report of two with the same words: a name that is also a description is a name.</summary>
    public bool IsBetterThan(IdentityValue other) => IsWeak != other.IsWeak ? other.IsWeak : Kind < other.Kind;

    /// <summary>Whether it is not about a person: where the same text is in an attribute that stays, it tells nothing new.</summary>
    public bool IsWeak => Kind == IdentityKind.Text || (Kind == IdentityKind.Identifier && Tag != default && !IdentityWords.IsOfPatient(Tag));
}
