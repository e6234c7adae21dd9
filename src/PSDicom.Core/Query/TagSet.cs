using System;
using System.Collections.Generic;
using System.Linq;
using PSDicom.Data;

namespace PSDicom.Query;

/// <summary>Any number of tags and masks.</summary>
internal sealed class TagSet : ITagSelection
{
    private readonly uint[] _tags;
    private readonly TagMask[] _masks;

    public TagSet(IEnumerable<TagMask> masks)
    {
        TagMask[] all = masks.ToArray();
        _tags = all.Where(mask => mask.IsExact).Select(mask => mask.Value).Distinct().OrderBy(tag => tag).ToArray();
        _masks = all.Where(mask => !mask.IsExact).ToArray();
        Last = new DicomTag(all.Length == 0 ? 0 : all.Max(mask => mask.Last));
    }

    /// <summary>The highest tag of the set.</summary>
    public DicomTag Last { get; }

    /// <summary>The tags and masks.</summary>
    public IEnumerable<TagMask> Masks => _tags.Select(tag => new TagMask(tag, uint.MaxValue)).Concat(_masks);

    /// <summary>The only tag of the set, or null.</summary>
    public DicomTag? Single => _tags.Length == 1 && _masks.Length == 0 ? new DicomTag(_tags[0]) : null;

    /// <summary>Whether a tag is in the set.</summary>
    public bool Contains(DicomTag tag)
    {
        if (Array.BinarySearch(_tags, tag.Value) >= 0) return true;
        foreach (TagMask mask in _masks)
        {
            if (mask.Contains(tag)) return true;
        }

        return false;
    }

    /// <summary>The elements of a data set whose tags are in the set.</summary>
    public IEnumerable<DicomElement> FindIn(DicomDataset dataset)
    {
        if (Single is { } tag) return dataset[tag] is { } element ? [element] : [];
        return dataset.Elements.Where(candidate => Contains(candidate.Tag));
    }
}
