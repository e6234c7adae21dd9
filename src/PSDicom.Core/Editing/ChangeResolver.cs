using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using PSDicom.Editing.Values;
using PSDicom.Query;

namespace PSDicom.Editing;

/// <summary>Finds what changes mean in one file: which elements and items, with which bytes. Every value is checked before anything is written.</summary>
internal sealed class ChangeResolver
{
    private const int FileMetaGroup = 0x0002;

    private readonly DicomFile _file;
    private readonly EditOptions _options;
    private readonly UidMap? _uids;
    private readonly EditNode _meta;
    private readonly EditNode _root;
    private readonly EditedFile _edited;

    /// <summary>Makes a resolver for one file.</summary>
    /// <param name="file">The file, read with all elements.</param>
    /// <param name="options">The options.</param>
    /// <param name="uids">The new unique identifiers of the run; null if none are replaced.</param>
    public ChangeResolver(DicomFile file, EditOptions options, UidMap? uids)
    {
        _file = file;
        _options = options;
        _uids = uids;
        _edited = new EditedFile(file);
        _meta = EditNode.Root(file.FileMeta, _edited.Edit.Meta);
        _root = EditNode.Root(file.Dataset, _edited.Edit.Dataset);
    }

    /// <summary>Resolves changes, in their order; a later one of the same element counts.</summary>
    /// <exception cref="DicomException">A change is not possible in this file.</exception>
    public EditedFile Resolve(IEnumerable<DatasetChange> changes)
    {
        if (_options.AddsFileMeta) AddedMeta.Plan(_file, _edited);

        // The character set decides how other values are written.
        DatasetChange[] ordered = [.. changes.OrderBy(change => change.EditPath.FixedTag == DicomTag.SpecificCharacterSet ? 0 : 1)];
        if (_options.RemovesPrivate) new PrivateRemoval(_edited, _options.PrivateCreators).RemoveFrom(_root);
        if (_uids is not null) ReplaceUids();
        foreach (DatasetChange change in ordered)
        {
            if (change.Kind == ChangeKind.Set) Set(change);
            else Remove(change);
        }

        if (_options.EncodeAs is { } characterSet) new Reencoding(_edited, characterSet).Apply(_root);
        return _edited;
    }

    private EditNode RootOf(TagPath path) => path.First.Creator is null && path.First.Tags.Single is { Group: FileMetaGroup } ? _meta : _root;

    private void Set(DatasetChange change)
    {
        TagPath path = change.EditPath.Path;
        EditNode root = RootOf(path);
        if (change.IsNested && root == _root)
        {
            foreach (EditNode node in EditWalk.Below(root))
            {
                foreach (EditNode holder in Holders(node, path, makes: false)) SetIn(holder, change, onlyExisting: true);
            }
        }

        foreach (EditNode holder in Holders(root, path, makes: change.Condition != ChangeCondition.IfExists)) SetIn(holder, change, onlyExisting: false);
    }

    private void Remove(DatasetChange change)
    {
        TagPath path = change.EditPath.Path;
        EditNode root = RootOf(path);
        foreach (EditNode node in change.IsNested ? EditWalk.All(root) : [root])
        {
            foreach (EditNode holder in Holders(node, path, makes: false))
            {
                foreach (DicomTag tag in ExistingTags(holder, path.Target)) RemoveIn(holder, tag, change.EditPath.Number);
            }
        }
    }

    /// <summary>The data sets that hold the elements of a path's last step.</summary>
    private static List<EditNode> Holders(EditNode root, TagPath path, bool makes)
    {
        List<EditNode> holders = [root];
        for (int i = 0; i < path.Steps.Count - 1; i++) holders = [.. holders.SelectMany(holder => Items(holder, path.Steps[i], makes).ToArray())];
        return holders;
    }

    private static IEnumerable<EditNode> Items(EditNode holder, TagPathStep step, bool makes)
    {
        DicomTag[] existing = ExistingTags(holder, step.Pattern);
        bool makesItem = makes && step is { Item: >= 0, Pattern: { Creator: null, Tags.Single: not null } };
        if (existing.Length == 0 && makesItem) existing = [step.Pattern.Tags.Single!.Value];
        foreach (DicomTag tag in existing)
        {
            List<EditNode> items = holder.ItemsOf(tag);
            (int first, int end) = step.ItemRange(items.Count);
            for (int i = first; i < end; i++) yield return items[i];
            if (first < end || !makesItem) continue;
            string path = ItemPlace.PathOf(holder.Place, tag);
            if (step.Item > items.Count)
                throw new DicomException(DicomErrorReason.ElementNotFound, $"The sequence has {items.Count} items; the next one that can be added is number {items.Count}.", tagPath: path);
            RequireSequence(holder, tag, path);
            yield return holder.AddItem(tag);
        }
    }

    private static void RequireSequence(EditNode holder, DicomTag tag, string path)
    {
        DicomVR? vr = holder.Find(tag)?.VR ?? DicomDictionary.FindVR(tag);
        if (vr != DicomVR.SQ) throw new DicomException(DicomErrorReason.ElementNotFound, "This is not a sequence, and has no items.", tagPath: path);
    }

    /// <summary>The tags of a data set, as planned so far, that a pattern matches.</summary>
    private static DicomTag[] ExistingTags(EditNode holder, TagPattern pattern)
    {
        if (pattern.Creator is null && pattern.Tags.Single is { } single) return holder.Has(single) ? [single] : [];

        // Without objects for a data set that has none: a file may have millions of items.
        List<DicomTag>? tags = null;
        foreach (DicomElement element in holder.Dataset?.Elements ?? [])
        {
            if (pattern.Matches(element) && holder.Has(element.Tag)) (tags ??= []).Add(element.Tag);
        }

        foreach (ElementEdit planned in holder.Planned)
        {
            if (!planned.Exists && PrivateBlocks.Matches(holder, planned.Tag, pattern) && holder.Has(planned.Tag)) (tags ??= []).Add(planned.Tag);
        }

        return tags?.ToArray() ?? [];
    }

    private void SetIn(EditNode holder, DatasetChange change, bool onlyExisting)
    {
        TagPattern target = change.EditPath.Path.Target;
        DicomTag[] existing = ExistingTags(holder, target);
        if (change.Condition == ChangeCondition.IfMissing && existing.Length > 0) return;
        if (existing.Length == 0)
        {
            if (onlyExisting || change.Condition == ChangeCondition.IfExists) return;
            if (target.Creator is { } creator) existing = [PrivateBlocks.Reserve(holder, creator, target.ShownTag, _edited, _options.EncodeAs)];
            else if (target.Tags.Single is { } single) existing = [single];
            else if (target.Definition is { IsRepeating: true } || !target.IsWildcard) throw NotOne(change);
        }

        foreach (DicomTag tag in existing)
        {
            if (DatasetChange.Maintained(tag) is null) SetTag(holder, tag, change);
        }
    }

    private static DicomException NotOne(DatasetChange change) => new(
        DicomErrorReason.ElementNotFound, $"The file has no element that '{change.Path}' matches. To add one, name it by its full tag.");

    private void SetTag(EditNode holder, DicomTag tag, DatasetChange change)
    {
        string path = _edited.PathOf(holder.Place, tag);
        DicomElement? element = holder.Find(tag);
        if (element is { IsEncapsulated: true })
            throw new DicomException(DicomErrorReason.InvalidValue, "Compressed pixel data cannot be set to a value.", tagPath: path);
        PrivateBlocks.RequireCreator(holder, tag, path);
        DicomVR vr = change.VR ?? ChosenVR.Of(holder, tag, element, change.Value, path);
        if (vr == DicomVR.SQ || change.Value is IDictionary || ItemValues.AreItems(change.Value))
        {
            SetItems(holder, tag, vr, path, change);
            return;
        }

        var context = new ValueContext(path, vr, MultiplicityOf(element, tag, change), holder.CharacterSet(_options.EncodeAs), !_options.SkipsValidation);
        NewValue value = change.EditPath.Number is { } number
            ? SingleValues.Replace(element, number, change.Value, context)
            : ValueEncoder.Encode(change.Value, context);
        string? newText = NewValueText.Of(value, context.CharacterSet);
        if (element is not null && element.VR == vr && IsSame(element, value, newText)) return;
        string? oldText = element?.RawValue;
        if (_options.KeepsLength) value = KeptLength.Pad(value, element, context);
        holder.EditOf(tag).Write(value);
        _edited.Note(change.EditPath.Number is null ? path : $"{path}[{change.EditPath.Number}]", ChangeKind.Set, oldText, newText);
    }

    private static string? MultiplicityOf(DicomElement? element, DicomTag tag, DatasetChange change)
    {
        if (element?.Definition is { } known) return known.VM;
        if (change.EditPath.Path.Target.Creator is { } creator) return DicomDictionary.TryGetPrivate(creator, tag, out DicomDictionaryEntry? ofCreator) ? ofCreator.VM : null;
        return DicomDictionary.TryGet(tag, out DicomDictionaryEntry? entry) ? entry.VM : null;
    }

    /// <summary>Whether a value says the same as the old one, whose padding then stays as it is.</summary>
    private static bool IsSame(DicomElement element, NewValue value, string? newText)
    {
        if (element.IsBulk) return false;
        if (element.VR.Kind == DicomVRKind.Text) return (element.ByteLength == 0) == (value.Length == 0) && element.RawValue == newText;
        return element.ByteLength == value.Length && element.Bytes().SequenceEqual(value.In(new IO.DicomEncoding(true, element.IsBigEndian)));
    }

    private void SetItems(EditNode holder, DicomTag tag, DicomVR vr, string path, DatasetChange change)
    {
        if (vr != DicomVR.SQ) throw new DicomException(DicomErrorReason.InvalidValue, $"The value is an item, but the element is no sequence ({vr}).", tagPath: path);
        IReadOnlyList<IReadOnlyList<DatasetChange>> items = ItemValues.Parse(change.Value, path);
        string? oldText = holder.Find(tag)?.RawValue;
        int oldCount = holder.ItemsOf(tag).Count;
        if (items.Count == 0 && oldCount == 0 && holder.Has(tag)) return;
        ElementEdit edit = holder.EditOf(tag);
        if (change.EditPath.Number is null) edit.Write([]);
        else if (change.EditPath.Number != oldCount) throw NoNextItem(oldCount, path);
        foreach (IReadOnlyList<DatasetChange> item in items)
        {
            EditNode node = holder.AddItem(tag);
            foreach (DatasetChange inItem in item)
            {
                foreach (EditNode inner in Holders(node, inItem.EditPath.Path, makes: true)) SetIn(inner, inItem, onlyExisting: false);
            }
        }

        _edited.Note(path, ChangeKind.Set, oldText, items.Count == 0 ? null : Data.ValueText.OfItems(holder.ItemsOf(tag).Count));
    }

    private static DicomException NoNextItem(int count, string path) => new(
        DicomErrorReason.ElementNotFound, $"The sequence has {count} items. An item can be added as number {count}; those that exist are changed by their elements.", tagPath: path);

    private void RemoveIn(EditNode holder, DicomTag tag, int? number)
    {
        if (number is { } index)
        {
            string path = _edited.PathOf(holder.Place, tag);
            DicomElement? element = holder.Find(tag);
            int count = element?.Items.Count ?? 0;
            if (element is null || element.VR != DicomVR.SQ) throw new DicomException(DicomErrorReason.ElementNotFound, "Only items of sequences can be removed by number.", tagPath: path);
            if (index < 0) index += count;
            if (index < 0 || index >= count || !holder.EditOf(tag).RemovedItems.Add(index)) return;
            _edited.Note($"{path}[{index}]", ChangeKind.Remove, null, null);
            return;
        }

        if (tag == DicomTag.TransferSyntaxUID) return;
        Removal.Remove(holder, tag, _edited);
        if (tag.IsPrivateCreator) PrivateBlocks.RemoveBlock(holder, tag, _edited);
    }

    private void ReplaceUids()
    {
        foreach (EditNode node in EditWalk.All(_root))
        {
            foreach (DicomElement element in node.Dataset!.Elements)
            {
                if (_uids!.NewValueOf(element) is not { } uid) continue;
                node.EditOf(element.Tag).Write(new NewValue(DicomVR.UI, System.Text.Encoding.ASCII.GetBytes(uid)));
                _edited.Note(_edited.PathOf(node.Place, element.Tag), ChangeKind.Set, element.RawValue, uid);
            }
        }
    }
}
