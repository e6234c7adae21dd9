using System;
using System.Collections.Generic;
using System.Linq;

namespace PSDicom.Query;

/// <summary>A set of tags and masks.</summary>
internal sealed class TagSet : ITagSelection
{
    private const uint FileMetaGroup = 0x0002;

    private readonly uint[] _tags;
    private readonly TagMask[] _masks;

    public TagSet(IEnumerable<TagMask> masks)
    {
        TagMask[] all = masks.ToArray();
        _tags = all.Where(mask => mask.IsExact).Select(mask => mask.Value).Distinct().OrderBy(tag => tag).ToArray();
        _masks = all.Where(mask => !mask.IsExact).ToArray();
        Single = _tags.Length == 1 && _masks.Length == 0 ? new DicomTag(_tags[0]) : null;
        Count = _masks.Length == 0 ? _tags.Count(tag => tag >> 16 != FileMetaGroup) : null;
        Last = new DicomTag(all.Length == 0 ? 0 : all.Max(mask => mask.Last));
    }

    /// <summary>The highest tag of the set.</summary>
    public DicomTag Last { get; }

    /// <inheritdoc/>
    public int? Count { get; }

    /// <summary>The tags and masks.</summary>
    public IEnumerable<TagMask> Masks => _tags.Select(tag => new TagMask(tag, uint.MaxValue)).Concat(_masks);

    /// <summary>The only tag of the set, or null.</summary>
    public DicomTag? Single { get; }

    /// <summary>Whether a tag is in the set.</summary>
    public bool Contains(DicomTag tag)
    {
        if (IsOneOf(tag.Value)) return true;
        foreach (TagMask mask in _masks)
        {
            if (mask.Contains(tag)) return true;
        }

        return false;
    }

    /// <summary>Whether every tag of another set is in this one.</summary>
    public bool Covers(TagSet other) => other.Masks.All(wanted =>
        (wanted.IsExact && IsOneOf(wanted.Value)) || Array.Exists(_masks, mask => mask.Covers(wanted)));

    // Called for every element of every file: Array.BinarySearch takes three times as long.
    private bool IsOneOf(uint tag)
    {
        int low = 0, high = _tags.Length;
        while (low < high)
        {
            int middle = (low + high) >> 1;
            if (_tags[middle] < tag) low = middle + 1;
            else high = middle;
        }

        return low < _tags.Length && _tags[low] == tag;
    }
}
