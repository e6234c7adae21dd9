using System.Collections.Generic;

namespace PSDicom.Editing;

/// <summary>
/// What happens to the elements of one data set of one file: the file's own, its file meta information, or an item. A new item is one whose
/// elements are all written.
/// </summary>
internal sealed class DatasetEdit
{
    private readonly SortedList<uint, ElementEdit> _elements = [];

    /// <summary>The edits of elements, by tag.</summary>
    public IList<ElementEdit> Elements => _elements.Values;

    /// <summary>Whether nothing changes.</summary>
    public bool IsEmpty
    {
        get
        {
            foreach (ElementEdit element in _elements.Values)
            {
                if (!element.IsEmpty) return false;
            }

            return true;
        }
    }

    /// <summary>The edit of an element; null if there is none.</summary>
    public ElementEdit? Find(DicomTag tag) => _elements.TryGetValue(tag.Value, out ElementEdit? element) ? element : null;

    /// <summary>The edit of an element, made if there is none.</summary>
    /// <param name="tag">The tag.</param>
    /// <param name="exists">Whether the file has the element.</param>
    public ElementEdit Element(DicomTag tag, bool exists)
    {
        if (Find(tag) is { } known) return known;
        var element = new ElementEdit(tag, exists);
        _elements.Add(tag.Value, element);
        return element;
    }

    /// <summary>Forgets the edit of an element.</summary>
    public void Forget(DicomTag tag) => _elements.Remove(tag.Value);
}
