using System;
using System.Collections.Generic;
using System.Linq;

namespace PSDicom.Query;

/// <summary>The pattern of one step of a path: a tag, tags with open digits, keywords by wildcard, or a creator's private tag.</summary>
internal sealed class TagPattern
{
    /// <summary>The pattern for all elements.</summary>
    public const string Everything = "*";

    private TagPattern(string text, TagSet tags, string? creator = null)
    {
        Text = text;
        Tags = tags;
        Creator = creator;
    }

    /// <summary>The pattern in its normalized spelling.</summary>
    public string Text { get; }

    /// <summary>The tags; with a creator, those in any block.</summary>
    public TagSet Tags { get; }

    /// <summary>Whether it is a wildcard for keywords.</summary>
    public bool IsWildcard => Keywords is not null;

    /// <summary>The keywords that match a wildcard, none for <see cref="Everything"/>; null if it is not a wildcard.</summary>
    public IReadOnlyList<string>? Keywords { get; private init; }

    /// <summary>The creator that a private element must have, or null.</summary>
    public string? Creator { get; }

    /// <summary>The tag to show for a file without the element: an open block is the first one that can be reserved.</summary>
    public DicomTag ShownTag
    {
        get
        {
            TagMask mask = Tags.Masks.First();
            bool hasOpenBlock = mask.HasPrivate && (mask.Value & 0xFF00) == 0;
            return new DicomTag(hasOpenBlock ? mask.Value | 0x1000 : mask.Value);
        }
    }

    /// <summary>The dictionary entry; null if it is unknown.</summary>
    public DicomDictionaryEntry? Definition =>
        (Creator is null
            ? DicomDictionary.TryGet(ShownTag, out DicomDictionaryEntry? entry)
            : DicomDictionary.TryGetPrivate(Creator, ShownTag, out entry))
            ? entry
            : null;

    /// <summary>Reads a tag, a keyword, or a keyword with wildcards.</summary>
    /// <returns>The pattern; null if the text is none of these.</returns>
    public static TagPattern? TryParse(string text)
    {
        if (TagMask.TryParse(text, out TagMask mask)) return FromMask(mask);
        if (KeywordWildcard.IsWildcard(text)) return FromWildcard(text);
        if (!DicomDictionary.TryGet(text, out DicomDictionaryEntry? entry)) return null;
        return new TagPattern(entry.Keyword, new TagSet([MaskOf(entry)]));
    }

    /// <summary>Makes the pattern of a creator's private tag.</summary>
    public static TagPattern OfCreator(string creator, TagMask mask) => new($"{creator}|{mask}", new TagSet([mask]), creator);

    /// <summary>Adds the matching elements of a data set.</summary>
    /// <param name="dataset">The data set.</param>
    /// <param name="place">The location of the data set, if it is an item; null for the file's.</param>
    /// <param name="found">Receives the elements.</param>
    public void FindIn(DicomDataset dataset, ItemPlace? place, List<LocatedElement> found)
    {
        if (Creator is null && Tags.Single is { } tag)
        {
            if (dataset[tag] is { } single) found.Add(new LocatedElement(single, place));
            return;
        }

        foreach (DicomElement element in dataset.Elements)
        {
            if (Matches(element)) found.Add(new LocatedElement(element, place));
        }
    }

    /// <summary>Whether an element matches.</summary>
    public bool Matches(DicomElement element) => Tags.Contains(element.Tag) && (Creator is null || HasCreator(element));

    private static TagPattern FromMask(TagMask mask) =>
        new(mask.IsExact ? TagNames.Of(new DicomTag(mask.Value)) : mask.ToString(), new TagSet([mask]));

    private static TagPattern? FromWildcard(string text)
    {
        while (text.IndexOf("**", StringComparison.Ordinal) >= 0) text = text.Replace("**", "*");

        // A star alone matches all elements, also those that are not in the dictionary.
        if (text == Everything) return new TagPattern(text, new TagSet([TagMask.All])) { Keywords = [] };
        var entries = new List<DicomDictionaryEntry>();
        foreach (string keyword in DicomDictionary.Keywords)
        {
            if (KeywordWildcard.Matches(text, keyword) && DicomDictionary.TryGet(keyword, out DicomDictionaryEntry? entry)) entries.Add(entry);
        }

        if (entries.Count == 0) return null;
        string[] keywords = [.. entries.OrderBy(entry => entry.Tag.Value).Select(entry => entry.Keyword)];
        return new TagPattern(text, new TagSet(entries.Select(MaskOf))) { Keywords = keywords };
    }

    private static TagMask MaskOf(DicomDictionaryEntry entry) => entry.IsRepeating && TagMask.TryParse(entry.TagPattern, out TagMask mask)
        ? mask
        : TagMask.Of(entry.Tag);

    private bool HasCreator(DicomElement element) =>
        string.Equals(element.PrivateCreator?.Trim(), Creator, StringComparison.OrdinalIgnoreCase);
}
