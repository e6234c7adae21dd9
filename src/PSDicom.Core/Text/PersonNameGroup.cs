using System;

namespace PSDicom;

/// <summary>One of the three forms in which a person's name can be written: five components (PS3.5 section 6.2.1.1).</summary>
public sealed class PersonNameGroup : IEquatable<PersonNameGroup>
{
    private const int ComponentCount = 5;

    private readonly string _text;
    private readonly string[] _components;

    internal PersonNameGroup(string text)
    {
        _text = text;
        _components = text.Split(['^'], ComponentCount);
        for (int i = 0; i < _components.Length; i++) _components[i] = _components[i].Trim();
    }

    /// <summary>The family name; of an animal, its owner's or the organization's.</summary>
    public string FamilyName => Component(0);

    /// <summary>The given name; of an animal, its name.</summary>
    public string GivenName => Component(1);

    /// <summary>The middle name.</summary>
    public string MiddleName => Component(2);

    /// <summary>The name prefix, such as a title.</summary>
    public string Prefix => Component(3);

    /// <summary>The name suffix, such as a degree, and any text after the five components.</summary>
    public string Suffix => Component(4);

    /// <summary>Whether all components are empty.</summary>
    public bool IsEmpty => Array.TrueForAll(_components, component => component.Length == 0);

    /// <summary>Whether both have the same components; spaces around them and carets at the end do not matter.</summary>
    public bool Equals(PersonNameGroup? other)
    {
        if (other is null) return false;
        for (int i = 0; i < ComponentCount; i++)
        {
            if (!string.Equals(Component(i), other.Component(i), StringComparison.Ordinal)) return false;
        }

        return true;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PersonNameGroup);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        int hash = 0;
        for (int i = 0; i < ComponentCount; i++) hash = unchecked((hash * 31) + StringComparer.Ordinal.GetHashCode(Component(i)));
        return hash;
    }

    /// <summary>The group as written.</summary>
    public override string ToString() => _text;

    private string Component(int index) => index < _components.Length ? _components[index] : string.Empty;
}
