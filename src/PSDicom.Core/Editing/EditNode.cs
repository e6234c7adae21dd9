using System.Collections.Generic;
using PSDicom.Query;
using PSDicom.Text;

namespace PSDicom.Editing;

/// <summary>A data set that is being changed: of the file, or one of its items, existing or new.</summary>
internal sealed class EditNode
{
    private readonly EditNode? _parent;
    private readonly DicomTag _sequence;
    private readonly int _index;
    private DatasetEdit? _edit;

    private EditNode(DicomDataset? dataset, EditNode? parent, DicomTag sequence, int index, DatasetEdit? edit)
    {
        Dataset = dataset;
        _parent = parent;
        _sequence = sequence;
        _index = index;
        _edit = edit;
        Place = parent is null ? null : new ItemPlace(parent.Place, sequence, index);
    }

    /// <summary>The data set in the file; null for a new item.</summary>
    public DicomDataset? Dataset { get; }

    /// <summary>The place of the item; null for the file's data set.</summary>
    public ItemPlace? Place { get; }

    /// <summary>Its edits.</summary>
    public DatasetEdit Edit => _edit ??= _parent!.Edit.Element(_sequence, exists: true).Item(_index);

    /// <summary>The edits of elements so far.</summary>
    public IList<ElementEdit> Planned => PresentEdit()?.Elements ?? [];

    /// <summary>The data set of a file, or its file meta information.</summary>
    public static EditNode Root(DicomDataset dataset, DatasetEdit edit) => new(dataset, null, default, 0, edit);

    /// <summary>The character set that text of this data set will have.</summary>
    /// <param name="target">The character set that the whole file gets; null if each data set keeps its own.</param>
    public CharacterSet CharacterSet(CharacterSet? target)
    {
        if (target is not null) return target;
        if (_edit?.Find(DicomTag.SpecificCharacterSet) is { Kind: ElementEditKind.Write, Value: { } declared })
            return Text.CharacterSet.FromTerms(System.Text.Encoding.ASCII.GetString(declared.In(default)));
        if (_parent is null || Dataset?.Contains(DicomTag.SpecificCharacterSet) == true) return Dataset!.CharacterSet;
        return Dataset?.Store.CharacterSetOverride ?? _parent.CharacterSet(null);
    }

    /// <summary>The element in the file, unless an earlier change replaces or removes it.</summary>
    public DicomElement? Find(DicomTag tag) => FindEdit(tag) is null or { Kind: ElementEditKind.Items } ? Dataset?[tag] : null;

    /// <summary>The edit of an element; null if there is none yet.</summary>
    public ElementEdit? FindEdit(DicomTag tag) => PresentEdit()?.Find(tag);

    /// <summary>Whether the element will exist, by what was planned so far.</summary>
    public bool Has(DicomTag tag) => FindEdit(tag) switch
    {
        null or { Kind: ElementEditKind.Items } => Dataset?.Contains(tag) == true,
        { Kind: ElementEditKind.Write } => true,
        _ => false,
    };

    /// <summary>The edit of an element, made if there is none.</summary>
    public ElementEdit EditOf(DicomTag tag) => Edit.Element(tag, Dataset?.Contains(tag) == true);

    /// <summary>The items of an element, as planned so far.</summary>
    public List<EditNode> ItemsOf(DicomTag tag)
    {
        ElementEdit? edit = FindEdit(tag);
        DicomElement? element = edit is null or { Kind: ElementEditKind.Items } ? Dataset?[tag] : null;
        var items = new List<EditNode>(element?.Items.Count ?? 0);
        if (element is not null)
        {
            for (int i = 0; i < element.Items.Count; i++) items.Add(new EditNode(element.Items[i], this, tag, i, edit?.FindItem(i)));
        }

        foreach (DatasetEdit added in edit?.NewItems ?? []) items.Add(new EditNode(null, this, tag, items.Count, added));
        foreach (DatasetEdit added in edit?.Appended ?? []) items.Add(new EditNode(null, this, tag, items.Count, added));
        return items;
    }

    /// <summary>Adds an item to a sequence, which is made if it does not exist.</summary>
    public EditNode AddItem(DicomTag tag)
    {
        int index = ItemsOf(tag).Count;
        var item = new DatasetEdit();
        ElementEdit edit = EditOf(tag);

        // An empty sequence is written as a whole.
        if (edit.Kind == ElementEditKind.Items && index > 0) edit.Appended.Add(item);
        else if (edit is { Kind: ElementEditKind.Write, NewItems: { } items }) items.Add(item);
        else edit.Write([item]);
        return new EditNode(null, this, tag, index, item);
    }

    private DatasetEdit? PresentEdit() => _edit ??= _parent?.FindEdit(_sequence) is { Kind: ElementEditKind.Items } edit ? edit.FindItem(_index) : null;
}
