using System;
using System.Collections.Generic;
using System.Linq;

namespace PSDicom.Query;

/// <summary>
/// A query for elements, from any number of texts. Each is a keyword in any case (<c>PatientName</c>), a tag
/// (<c>(0010,0010)</c>, <c>0010,0010</c>, <c>00100010</c>) with <c>x</c> for digits left open (<c>(60xx,3000)</c>), keywords by wildcard
/// (<c>Patient*</c>; a star alone is every element), a private tag by its creator (<c>SIEMENS CSA HEADER|(0029,xx10)</c>), or a path of
/// these through the items of sequences (<c>RequestAttributesSequence[0].ScheduledProcedureStepID</c>; <c>[-1]</c> is the last item,
/// <c>[*]</c> or no number is every item).
/// </summary>
public sealed class TagQuery
{
    private IReadOnlyList<TagColumn>? _columns;

    private TagQuery(IReadOnlyList<TagPath> paths)
    {
        Paths = paths;
        Selection = new TagSet(paths.SelectMany(Wanted));
        HasOverlaps = paths.Count > 1 && !paths.All(path => path.IsPlainTag);
    }

    /// <summary>The top-level elements that must be read from a file for the query.</summary>
    public ITagSelection Selection { get; }

    /// <summary>
    /// The query as columns of a table with one row per file, in the order of the texts: the same columns for every file. A wildcard becomes the
    /// matching keywords, in the order of their tags. None if all elements are queried.
    /// </summary>
    /// <exception cref="DicomException">A path into sequences has wildcards, which match different elements in each file.</exception>
    public IReadOnlyList<TagColumn> Columns => _columns ??= TagColumn.Of(Paths);

    /// <summary>The distinct paths, in the order of the texts.</summary>
    internal IReadOnlyList<TagPath> Paths { get; }

    /// <summary>Whether an element can match two of the paths.</summary>
    internal bool HasOverlaps { get; }

    /// <summary>Parses a query.</summary>
    /// <param name="texts">Keywords, tags, wildcards, paths.</param>
    /// <exception cref="DicomException">
    /// A keyword is not in the dictionary (the message contains the nearest ones), or a text is malformed (the message says where and why).
    /// </exception>
    public static TagQuery Parse(IEnumerable<string> texts)
    {
        if (texts is null) throw new ArgumentNullException(nameof(texts));
        var paths = new List<TagPath>();
        var known = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (string text in texts)
        {
            TagPath path = TagPathParser.Parse(text);
            if (known.Add(path.Text)) paths.Add(path);
        }

        return new TagQuery(paths);
    }

    /// <summary>Parses a query for the columns of a table with one row per file.</summary>
    /// <param name="texts">Keywords, tags, wildcards, paths.</param>
    /// <exception cref="DicomException">As for <see cref="Parse"/>; or a path into sequences has wildcards.</exception>
    public static TagQuery ParseColumns(IEnumerable<string> texts)
    {
        TagQuery query = Parse(texts);
        _ = query.Columns;
        return query;
    }

    /// <summary>The query in its normalized spelling.</summary>
    public override string ToString() => string.Join(", ", Paths.Select(path => path.Text));

    /// <summary>The tags of a path's first step; for private tags also their creators, which identify them.</summary>
    internal static IEnumerable<TagMask> Wanted(TagPath path)
    {
        foreach (TagMask mask in path.First.Tags.Masks)
        {
            yield return mask;
            if (mask.HasPrivate) yield return mask.Creators;
        }
    }
}
