using System;
using System.Collections.Generic;
using PSDicom.Deidentification.Values;

namespace PSDicom.Deidentification.Identity;

/// <summary>
/// All values of references that are looked for, by hashes of their words, so that a text is searched for all of them at once, in a time that does
/// not depend on their number. Adding is thread-safe; searching is, once all are added.
/// </summary>
internal sealed class IdentityIndex
{
    private readonly Dictionary<ulong, IdentityValue> _phrases = [];
    private readonly HashSet<ulong> _allowed = [];
    private readonly HashSet<(uint Tag, ulong Hash)> _allowedValues = [];
    private readonly List<string> _references = [];
    private readonly HashSet<string> _characterSets = new(StringComparer.Ordinal);

    /// <summary>The number of references.</summary>
    public int ReferenceCount => _references.Count;

    /// <summary>The character sets of the references, as they declare them.</summary>
    public IReadOnlyCollection<string> CharacterSets => _characterSets;

    /// <summary>The path of a reference.</summary>
    public string PathOf(int reference) => _references[reference];

    /// <summary>The paths of all references.</summary>
    public IReadOnlyList<string> References => _references;

    /// <summary>Adds the values of a reference.</summary>
    public void Add(string path, IdentityValues values)
    {
        lock (_phrases)
        {
            int number = _references.Count;
            _references.Add(path);
            foreach (string characterSet in values.CharacterSets) _characterSets.Add(characterSet);
            foreach (KeyValuePair<ulong, IdentityValue> value in values.Phrases)
            {
                if (!_phrases.TryGetValue(value.Key, out IdentityValue known) || value.Value.IsBetterThan(known)) _phrases[value.Key] = value.Value with { Reference = number };
            }

            _allowed.UnionWith(values.Allowed);
            _allowedValues.UnionWith(values.AllowedValues);
        }
    }

    /// <summary>The value with a hash; null if there is none. A description that is also in an attribute which stays tells nothing new.</summary>
    public IdentityValue? Find(ulong hash) =>
        _phrases.TryGetValue(hash, out IdentityValue value) && !(value.IsWeak && _allowed.Contains(hash)) ? value : null;

    /// <summary>Whether a value is that of a reference in the same attribute, which may stay.</summary>
    public bool Allows(DicomTag tag, string value) => _allowedValues.Contains((tag.Value, Words.Hash(value.AsSpan().TrimEnd([' ', '\0']))));
}
