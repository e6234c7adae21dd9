namespace PSDicom.Query;

/// <summary>A step of a path: an element and, unless it is the last step, the items in which the path continues.</summary>
/// <param name="pattern">The element.</param>
/// <param name="item">The number of the item, from 0, or from -1 backwards from the last; null for every item.</param>
internal sealed class TagPathStep(TagPattern pattern, int? item)
{
    public TagPattern Pattern { get; } = pattern;

    public int? Item { get; } = item;

    /// <summary>The matching items of a sequence with a number of items.</summary>
    public (int First, int End) ItemRange(int count)
    {
        if (Item is not { } item) return (0, count);
        int index = item < 0 ? count + item : item;
        return index >= 0 && index < count ? (index, index + 1) : (0, 0);
    }
}
