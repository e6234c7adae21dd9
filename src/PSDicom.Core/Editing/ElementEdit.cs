using System.Collections.Generic;

namespace PSDicom.Editing;

/// <summary>What happens to an element of one data set of one file.</summary>
internal sealed class ElementEdit(DicomTag tag, bool exists)
{
    private Dictionary<int, DatasetEdit>? _items;

    /// <summary>The tag.</summary>
    public DicomTag Tag { get; } = tag;

    /// <summary>Whether the file has the element.</summary>
    public bool Exists { get; } = exists;

    /// <summary>What happens.</summary>
    public ElementEditKind Kind { get; private set; }

    /// <summary>The new value; null for a sequence, and if none is written.</summary>
    public NewValue? Value { get; private set; }

    /// <summary>A new value of many bytes; null for others.</summary>
    public BulkValue? Bulk { get; private set; }

    /// <summary>The items of a sequence that is written as a whole; null otherwise.</summary>
    public List<DatasetEdit>? NewItems { get; private set; }

    /// <summary>New items after those that exist.</summary>
    public List<DatasetEdit> Appended { get; } = [];

    /// <summary>The numbers of items to remove, from 0.</summary>
    public HashSet<int> RemovedItems { get; } = [];

    /// <summary>Whether it changes nothing.</summary>
    public bool IsEmpty
    {
        get
        {
            if (Kind != ElementEditKind.Items || Appended.Count > 0 || RemovedItems.Count > 0) return false;
            if (_items is null) return true;
            foreach (DatasetEdit item in _items.Values)
            {
                if (!item.IsEmpty) return false;
            }

            return true;
        }
    }

    /// <summary>Writes a value.</summary>
    public void Write(NewValue value)
    {
        Kind = ElementEditKind.Write;
        Value = value;
        NewItems = null;
    }

    /// <summary>Writes a value of many bytes.</summary>
    public void Write(BulkValue value)
    {
        Kind = ElementEditKind.Write;
        Bulk = value;
        Value = null;
        NewItems = null;
    }

    /// <summary>Writes a sequence.</summary>
    public void Write(List<DatasetEdit> items)
    {
        Kind = ElementEditKind.Write;
        Value = null;
        NewItems = items;
    }

    /// <summary>Removes the element.</summary>
    public void Remove() => Kind = ElementEditKind.Remove;

    /// <summary>The edit of an existing item; null if there is none.</summary>
    public DatasetEdit? FindItem(int index) => _items is not null && _items.TryGetValue(index, out DatasetEdit? item) ? item : null;

    /// <summary>The edit of an existing item, made if there is none.</summary>
    public DatasetEdit Item(int index)
    {
        _items ??= [];
        if (!_items.TryGetValue(index, out DatasetEdit? item)) _items.Add(index, item = new DatasetEdit());
        return item;
    }
}
