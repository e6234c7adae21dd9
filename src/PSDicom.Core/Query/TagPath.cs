using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace PSDicom.Query;

/// <summary>One thing that a user named: an element, or the way to it through the items of sequences.</summary>
internal sealed class TagPath(IReadOnlyList<TagPathStep> steps)
{
    /// <summary>The first step: what is looked for at the top.</summary>
    public TagPattern First => steps[0].Pattern;

    /// <summary>The last step: the element itself.</summary>
    public TagPattern Target => steps[steps.Count - 1].Pattern;

    /// <summary>Whether it stands for whichever keywords match.</summary>
    public bool IsWildcard { get; } = steps.Any(step => step.Pattern.IsWildcard);

    /// <summary>Whether it leads into sequences.</summary>
    public bool IsNested => steps.Count > 1;

    /// <summary>Whether it is one tag of the data set itself.</summary>
    public bool IsPlainTag => steps.Count == 1 && First.Creator is null && First.Tags.Single is not null;

    /// <summary>The path in its usual spelling, the same for all ways to write it.</summary>
    public string Text { get; } = Write(steps);

    /// <summary>Finds what is named, in the order of the file.</summary>
    /// <param name="root">The data set to look in.</param>
    /// <param name="nested">Whether the path may begin at any depth.</param>
    /// <param name="found">Takes what is found.</param>
    public void FindIn(DicomDataset root, bool nested, List<LocatedElement> found)
    {
        if (steps.Count == 1)
        {
            FindFirst(root, nested, found);
            return;
        }

        // Step by step, over all that the step before has found: paths may have any number of steps.
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
