using System.Collections.Generic;
using System.Linq;
using PSDicom.Text;
using PSDicom.Data;

namespace PSDicom;

/// <summary>Data elements in the order of their tags: a file's, or an item's of a sequence (PS3.5 section 7).</summary>
public sealed class DicomDataset
{
    private readonly List<DicomElement> _elements = [];
    private CharacterSet? _characterSet;
    private bool? _hasSignedPixels;
    private bool _isOrdered = true;

    internal DicomDataset(ValueStore store, DicomDataset? parent = null)
    {
        Store = store;
        Parent = parent;
    }

    /// <inheritdoc cref="GetElements"/>
    internal IReadOnlyList<DicomElement> Elements => _elements;

    /// <summary>The data set whose sequence this item belongs to; null for a file's.</summary>
    internal DicomDataset? Parent { get; }

    /// <summary>The character set of the text in it: its own, or that of the data set around it (PS3.3 section C.12.1.1.2).</summary>
    internal CharacterSet CharacterSet => Store.CharacterSetOverride ?? _characterSet ?? Parent?.CharacterSet ?? CharacterSet.Default;

    /// <summary>Whether pixel values are signed, as far as this data set or one around it says.</summary>
    internal bool HasSignedPixels => _hasSignedPixels ?? Parent?.HasSignedPixels ?? false;

    internal ValueStore Store { get; }

    /// <summary>The element of the tag, or null.</summary>
    public DicomElement? this[DicomTag tag] => Find(tag) is >= 0 and int index ? _elements[index] : null;

    /// <summary>The element of the keyword, or null; of a repeating group, the first there is.</summary>
    public DicomElement? this[string keyword] => DicomDictionary.TryGet(keyword, out DicomDictionaryEntry? entry) ? FirstOf(entry) : null;

    /// <summary>The elements, in the order of their tags.</summary>
    /// <remarks>
    /// A method, because the class has no public property: what turns objects into text by reflection, such as ConvertTo-Json, would
    /// follow it and write every element over and over.
    /// </remarks>
    public IReadOnlyList<DicomElement> GetElements() => _elements;

    /// <summary>Whether there is an element of the tag.</summary>
    public bool Contains(DicomTag tag) => Find(tag) >= 0;

    /// <summary>The value of the tag's element as text, or null if there is none or it has no value.</summary>
    public string? GetText(DicomTag tag) => this[tag] is { } element ? Store.TextOf(element) : null;

    /// <summary>The first value of the tag's element as a whole number, or null if there is none.</summary>
    public long? GetInteger(DicomTag tag) => this[tag] is { } element ? ElementValue.FirstInteger(element) : null;

    /// <summary>The name of the creator that reserved the block in which a private tag lies, or null.</summary>
    public string? FindPrivateCreator(DicomTag tag) => Store.CreatorOf(this, tag.PrivateCreatorTag);

    /// <summary>How many elements there are, for a glance.</summary>
    public override string ToString() => _elements.Count == 1 ? "<1 element>" : $"<{_elements.Count} elements>";

    /// <summary>Takes an element. After the last one, <see cref="Order"/> is called.</summary>
    internal void Add(DicomElement element)
    {
        _isOrdered &= _elements.Count == 0 || _elements[_elements.Count - 1].Tag < element.Tag;
        _elements.Add(element);
    }

    /// <summary>
    /// Puts elements that came out of order into it; of those with the same tag, the first one in the file counts. Once for all of them, as
    /// a file may have millions.
    /// </summary>
    /// <returns>The tags that are there more than once.</returns>
    internal IReadOnlyList<DicomTag> Order()
    {
        if (_isOrdered) return [];
        _isOrdered = true;
        var repeated = new List<DicomTag>();
        DicomElement[] ordered = [.. _elements.OrderBy(element => element.Tag.Value)];
        _elements.Clear();
        foreach (DicomElement element in ordered)
        {
            if (_elements.Count == 0 || _elements[_elements.Count - 1].Tag != element.Tag) _elements.Add(element);
            else if (repeated.Count == 0 || repeated[repeated.Count - 1] != element.Tag) repeated.Add(element.Tag);
        }

        return repeated;
    }

    /// <summary>Notes the character set that the data set names; if it names several, the first counts, as of all elements.</summary>
    internal void SetCharacterSet(CharacterSet characterSet) => _characterSet ??= characterSet;

    /// <summary>Notes whether the data set says that pixels are signed.</summary>
    internal void SetSignOfPixels(bool isSigned) => _hasSignedPixels ??= isSigned;

    private DicomElement? FirstOf(DicomDictionaryEntry entry)
    {
        if (this[entry.Tag] is { } element) return element;
        return entry.IsRepeating ? _elements.Find(repeated => entry.Matches(repeated.Tag)) : null;
    }

    private int Find(DicomTag tag)
    {
        int low = 0, high = _elements.Count - 1;
        while (low <= high)
        {
            int middle = (low + high) / 2;
            int order = _elements[middle].Tag.Value.CompareTo(tag.Value);
            if (order == 0) return middle;
            if (order < 0) low = middle + 1;
            else high = middle - 1;
        }

        return ~low;
    }
}
