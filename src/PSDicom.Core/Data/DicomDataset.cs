using System.Collections.Generic;
using System.Linq;
using PSDicom.Text;
using PSDicom.Data;

namespace PSDicom;

/// <summary>A data set: the elements of a file or of a sequence item, in the order of their tags (PS3.5 section 7).</summary>
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

    /// <summary>The data set with the sequence that this item belongs to; null for the data set of a file.</summary>
    internal DicomDataset? Parent { get; }

    /// <summary>The character set of its text: its own, or that of the enclosing data set (PS3.3 section C.12.1.1.2).</summary>
    internal CharacterSet CharacterSet => Store.CharacterSetOverride ?? _characterSet ?? Parent?.CharacterSet ?? CharacterSet.Default;

    /// <summary>Whether this data set, or else an enclosing one, declares pixel values as signed.</summary>
    internal bool HasSignedPixels => _hasSignedPixels ?? Parent?.HasSignedPixels ?? false;

    internal ValueStore Store { get; }

    /// <summary>The element with the tag, or null.</summary>
    public DicomElement? this[DicomTag tag] => Find(tag) is >= 0 and int index ? _elements[index] : null;

    /// <summary>The element with the keyword, or null; for a repeating group, the first element.</summary>
    public DicomElement? this[string keyword] => DicomDictionary.TryGet(keyword, out DicomDictionaryEntry? entry) ? FirstOf(entry) : null;

    /// <summary>The elements, in the order of their tags.</summary>
    /// <remarks>
    /// A method because this class must not have public properties: serializers such as ConvertTo-Json would follow them and write every
    /// element again and again.
    /// </remarks>
    public IReadOnlyList<DicomElement> GetElements() => _elements;

    /// <summary>Whether there is an element with the tag.</summary>
    public bool Contains(DicomTag tag) => Find(tag) >= 0;

    /// <summary>The value of the tag's element as text, or null if there is none or it has no value.</summary>
    public string? GetText(DicomTag tag) => this[tag] is { } element ? Store.TextOf(element) : null;

    /// <summary>The first value of the tag's element as an integer, or null if it is not one.</summary>
    public long? GetInteger(DicomTag tag) => this[tag] is { } element ? ElementValue.FirstInteger(element) : null;

    /// <summary>The values of the tag's element as text, an empty one as an empty string; none if it is binary data or a sequence.</summary>
    public string[] GetTexts(DicomTag tag) => this[tag] is { } element ? ElementValue.Texts(element) : [];

    /// <summary>The first value of the tag's element as a number, or null if it is not one.</summary>
    public double? GetNumber(DicomTag tag) => this[tag] is { } element ? ElementValue.FirstNumber(element) : null;

    /// <summary>The values of the tag's element as numbers, NaN for one that is not a finite number; none if it is binary data or a sequence.</summary>
    public double[] GetNumbers(DicomTag tag) => this[tag] is { } element ? ElementValue.Numbers(element) : [];

    /// <summary>The creator that reserved the block of a private tag, or null.</summary>
    public string? FindPrivateCreator(DicomTag tag) => Store.CreatorOf(this, tag.PrivateCreatorTag);

    /// <summary>The number of elements, as a short description.</summary>
    public override string ToString() => _elements.Count == 1 ? "<1 element>" : $"<{_elements.Count} elements>";

    /// <summary>Adds an element. <see cref="Order"/> must be called after the last one.</summary>
    internal void Add(DicomElement element)
    {
        _isOrdered &= _elements.Count == 0 || _elements[_elements.Count - 1].Tag < element.Tag;
        _elements.Add(element);
    }

    /// <summary>
    /// Sorts the elements if they came out of order, and keeps the first of those with the same tag. Once for all, as a file may have millions.
    /// </summary>
    /// <returns>The tags that occurred more than once.</returns>
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

    /// <summary>Sets the declared character set; the first declaration counts, as with all elements.</summary>
    internal void SetCharacterSet(CharacterSet characterSet) => _characterSet ??= characterSet;

    /// <summary>Sets whether pixel values are declared as signed; the first declaration counts.</summary>
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
