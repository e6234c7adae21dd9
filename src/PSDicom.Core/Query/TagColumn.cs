using System;
using System.Collections.Generic;
using System.Linq;

namespace PSDicom.Query;

/// <summary>A column of a table with one row per file: an element, or a path into sequences.</summary>
public sealed class TagColumn
{
    private readonly TagPath _path;
    private readonly DicomDictionaryEntry? _attribute;

    private TagColumn(TagPath path)
    {
        _path = path;
        Name = path.Text;
        _attribute = !path.IsNested && DicomDictionary.TryGet(path.Text, out DicomDictionaryEntry? entry) ? entry : null;
        Selection = new TagSet(TagQuery.Wanted(path));
    }

    /// <summary>The name: the keyword, the tag or the path in its normalized spelling.</summary>
    public string Name { get; }

    /// <summary>The top-level elements that must be read from a file.</summary>
    public ITagSelection Selection { get; }

    /// <summary>Reads the name of a column: a keyword, a tag or a path without wildcards.</summary>
    /// <returns>Null if the text is none of these.</returns>
    public static TagColumn? TryParse(string text)
    {
        try
        {
            TagPath path = TagPathParser.Parse(text);
            return path.IsWildcard ? null : new TagColumn(path);
        }
        catch (DicomException)
        {
            return null;
        }
    }

    /// <summary>
    /// The value in a data set; null if it has none. If several elements match, as for a path through all items, it is an array of all their
    /// values in the order of the file. For a keyword of a repeating group, it is the value of the first element.
    /// </summary>
    public object? ValueIn(DicomDataset dataset)
    {
        if (dataset is null) throw new ArgumentNullException(nameof(dataset));
        if (_attribute is not null) return dataset[_attribute.Keyword]?.Value;
        var found = new List<LocatedElement>();
        _path.FindIn(dataset, nested: false, found);
        return found.Count <= 1
            ? found.Select(located => located.Element.Value).FirstOrDefault()
            : found.SelectMany(located => ValuesOf(located.Element)).ToArray() is { Length: > 0 } values ? values : null;
    }

    /// <summary>The columns of paths; none if one of them matches everything.</summary>
    internal static IReadOnlyList<TagColumn> Of(IReadOnlyList<TagPath> paths)
    {
        var columns = new List<TagColumn>();
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (TagPath path in paths)
        {
            if (path.IsNested && path.IsWildcard)
            {
                throw new DicomException(
                    DicomErrorReason.InvalidTagPath,
                    $"'{path.Text}' cannot be a table column: its wildcard matches different elements in each file. Name the elements.");
            }

            if (path.Text == TagPattern.Everything) return [];
            IEnumerable<TagPath> named = path.First.Keywords?.Select(TagPathParser.Parse) ?? [path];
            columns.AddRange(named.Where(single => names.Add(single.Text)).Select(single => new TagColumn(single)));
        }

        return columns;
    }

    private static IEnumerable<object?> ValuesOf(DicomElement element) => element.Value switch
    {
        null => [],
        Array array and not byte[] => array.Cast<object?>(),
        object value => [value],
    };
}
