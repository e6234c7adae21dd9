using System;

namespace PSDicom;

/// <summary>
/// A person's name: up to three groups, alphabetic, ideographic and phonetic, of five components each (PS3.5 section 6.2.1).
/// </summary>
public sealed class PersonName : IEquatable<PersonName>
{
    private const int GroupCount = 3;

    private readonly string _text;

    /// <summary>Reads a name.</summary>
    /// <param name="text">One value of PN, such as <c>Yamada^Tarou=山田^太郎=やまだ^たろう</c>. Missing groups and components are empty.</param>
    public PersonName(string? text)
    {
        _text = text ?? string.Empty;
        string[] groups = _text.TrimEnd(' ', '\0').Split(['='], GroupCount);
        PersonNameGroup Group(int index) => new(index < groups.Length ? groups[index] : string.Empty);
        AlphabeticGroup = Group(0);
        IdeographicGroup = Group(1);
        PhoneticGroup = Group(2);
    }

    /// <summary>The components in the alphabetic form.</summary>
    public PersonNameGroup AlphabeticGroup { get; }

    /// <summary>The components in the ideographic form: Chinese characters, hangul or kanji.</summary>
    public PersonNameGroup IdeographicGroup { get; }

    /// <summary>The components in the phonetic form: kana or hangul.</summary>
    public PersonNameGroup PhoneticGroup { get; }

    /// <summary>The alphabetic form as written.</summary>
    public string Alphabetic => AlphabeticGroup.ToString();

    /// <summary>The ideographic form as written.</summary>
    public string Ideographic => IdeographicGroup.ToString();

    /// <summary>The phonetic form as written.</summary>
    public string Phonetic => PhoneticGroup.ToString();

    /// <summary>The family name, in the first form that is not empty.</summary>
    public string FamilyName => First.FamilyName;

    /// <summary>The given name, in the first form that is not empty.</summary>
    public string GivenName => First.GivenName;

    /// <summary>The middle name, in the first form that is not empty.</summary>
    public string MiddleName => First.MiddleName;

    /// <summary>The name prefix, in the first form that is not empty.</summary>
    public string Prefix => First.Prefix;

    /// <summary>The name suffix, in the first form that is not empty.</summary>
    public string Suffix => First.Suffix;

    private PersonNameGroup First => !AlphabeticGroup.IsEmpty ? AlphabeticGroup
        : !IdeographicGroup.IsEmpty ? IdeographicGroup
        : PhoneticGroup;

    /// <summary>
    /// Whether all components of all groups are the same. Case matters; spaces around components and delimiters at the end do not.
    /// </summary>
    public bool Equals(PersonName? other) =>
        other is not null
        && AlphabeticGroup.Equals(other.AlphabeticGroup)
        && IdeographicGroup.Equals(other.IdeographicGroup)
        && PhoneticGroup.Equals(other.PhoneticGroup);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PersonName);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        unchecked((((AlphabeticGroup.GetHashCode() * 31) + IdeographicGroup.GetHashCode()) * 31) + PhoneticGroup.GetHashCode());

    /// <summary>The name as written.</summary>
    public override string ToString() => _text;
}
