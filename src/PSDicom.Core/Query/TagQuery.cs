using System;
using System.Collections.Generic;
using System.Linq;

namespace PSDicom.Query;

/// <summary>
/// Which elements a user named, in any number of texts. Each is a keyword in any case (<c>PatientName</c>), a tag
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

    /// <summary>The top-level elements that must be read of a file in order to find what is named.</summary>
    public ITagSelection Selection { get; }

    /// <summary>
    /// What is named as the columns of a table with a row a file, in the order in which it was named and the same for every file: of a wildcard
    /// the keywords that match it, in the order of their tags. None if everything is named.
    /// </summary>
    /// <exception cref="DicomException">A path into sequences has wildcards: what it names differs from file to file.</exception>
    public IReadOnlyList<TagColumn> Columns => _columns ??= TagColumn.Of(Paths);

    /// <summary>What is named, in the order in which it was, each once.</summary>
    internal IReadOnlyList<TagPath> Paths { get; }

    /// <summary>Whether an element may be meant by two of the paths.</summary>
    internal bool HasOverlaps { get; }

    /// <summary>Reads what a user named.</summary>
    /// <param name="texts">Keywords, tags, wildcards, paths.</param>
    /// <exception cref="DicomException">
    /// A keyword is not in the dictionary (the message has the nearest ones), or a text is none of these (the message says where and why).
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

    /// <summary>Reads what a user named as the columns of a table with a row a file.</summary>
    /// <param name="texts">Keywords, tags, wildcards, paths.</param>
    /// <exception cref="DicomException">As of <see cref="Parse"/>; or a path into sequences has wildcards.</exception>
    public static TagQuery ParseColumns(IEnumerable<string> texts)
    {
        TagQuery query = Parse(texts);
        _ = query.Columns;
        return query;
    }

    /// <summary>What is named, in its usual spelling.</summary>
    public override string ToString() => string.Join(", ", Paths.Select(path => path.Text));

    /// <summary>The tags of a path's first step; of private ones also the creators, without which they have no name.</summary>
    internal static IEnumerable<TagMask> Wanted(TagPath path)
    {
        foreach (TagMask mask in path.First.Tags.Masks)
        {
            yield return mask;
            if (mask.HasPrivate) yield return mask.Creators;
        }
    }
}
