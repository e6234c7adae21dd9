using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace PSDicom.Query;

/// <summary>A tag path: an element, or the way to it through the items of sequences.</summary>
internal sealed class TagPath(IReadOnlyList<TagPathStep> steps)
{
    /// <summary>The steps.</summary>
    public IReadOnlyList<TagPathStep> Steps => steps;

    /// <summary>The first step: the top-level element.</summary>
    public TagPattern First => steps[0].Pattern;

    /// <summary>The last step: the element itself.</summary>
    public TagPattern Target => steps[steps.Count - 1].Pattern;

    /// <summary>Whether a step has wildcards.</summary>
    public bool IsWildcard { get; } = steps.Any(step => step.Pattern.IsWildcard);

    /// <summary>Whether it leads into sequences.</summary>
    public bool IsNested => steps.Count > 1;

    /// <summary>Whether it is a single top-level tag.</summary>
    public bool IsPlainTag => steps.Count == 1 && First.Creator is null && First.Tags.Single is not null;

    /// <summary>The path in its normalized spelling.</summary>
    public string Text { get; } = Write(steps);

    /// <summary>Finds the matching elements, in the order of the file.</summary>
    /// <param name="root">The data set to search.</param>
    /// <param name="nested">Whether the path may begin at any depth.</param>
    /// <param name="found">Receives the elements.</param>
    public void FindIn(DicomDataset root, bool nested, List<LocatedElement> found)
    {
        if (steps.Count == 1)
        {
            FindFirst(root, nested, found);
            return;
        }

        // Iteratively over the elements of the previous step: a path can have many steps.
        var sequences = new List<LocatedElement>();
        FindFirst(root, nested, sequences);
        for (int i = 1; i < steps.Count && sequences.Count > 0; i++) sequences = FindInItems(sequences, steps[i - 1], steps[i].Pattern);
        found.AddRange(sequences);
    }

    private void FindFirst(DicomDataset root, bool nested, List<LocatedElement> found)
    {
        if (nested) found.AddRange(DatasetWalk.All(root).Where(candidate => First.Matches(candidate.Element)));
        else First.FindIn(root, null, found);
    }

    private static List<LocatedElement> FindInItems(List<LocatedElement> sequences, TagPathStep step, TagPattern inItem)
    {
        var found = new List<LocatedElement>();
        foreach (LocatedElement sequence in sequences)
        {
            IReadOnlyList<DicomDataset> items = sequence.Element.Items;
            (int first, int end) = step.ItemRange(items.Count);
            for (int i = first; i < end; i++) inItem.FindIn(items[i], sequence.ItemAt(i), found);
        }

        return found;
    }

    private static string Write(IReadOnlyList<TagPathStep> steps)
    {
        if (steps.Count == 1) return steps[0].Pattern.Text;
        var text = new StringBuilder();
        for (int i = 0; i < steps.Count; i++)
        {
            text.Append(steps[i].Pattern.Text);
            if (i == steps.Count - 1) break;
            text.Append('[').Append(steps[i].Item?.ToString(CultureInfo.InvariantCulture) ?? "*").Append("].");
        }

        return text.ToString();
    }
}
