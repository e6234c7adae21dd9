using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace PSDicom.Query;

/// <summary>
/// Where an item is: which one of a sequence, and where that lies. Its text is made only when asked for, as deep nesting makes it long.
/// </summary>
/// <param name="outer">The item that the sequence lies in; null for the file's data set.</param>
/// <param name="sequence">The sequence.</param>
/// <param name="index">The number of the item, from 0.</param>
internal sealed class ItemPlace(ItemPlace? outer, DicomTag sequence, int index)
{
    private readonly ItemPlace? _outer = outer;
    private readonly DicomTag _sequence = sequence;
    private readonly int _index = index;

    /// <summary>In how many sequences the item lies.</summary>
    public int Depth { get; } = outer is null ? 1 : outer.Depth + 1;

    /// <summary>How many characters the place takes in the path of each element of the item.</summary>
    public long PathLength { get; } = (outer?.PathLength ?? 0) + TagNames.Of(sequence).Length + LengthOfNumber(index) + "[].".Length;

    /// <summary>The path of an element of the item, or of the file's data set where the place is null.</summary>
    public static string PathOf(ItemPlace? place, DicomTag tag)
    {
        if (place is null) return TagNames.Of(tag);
        var places = new Stack<ItemPlace>(place.Depth);
        for (ItemPlace? outer = place; outer is not null; outer = outer._outer) places.Push(outer);
        var path = new StringBuilder();
        foreach (ItemPlace step in places)
            path.Append(TagNames.Of(step._sequence)).Append('[').Append(step._index.ToString(CultureInfo.InvariantCulture)).Append("].");
        return path.Append(TagNames.Of(tag)).ToString();
    }

    private static int LengthOfNumber(int number)
    {
        int digits = 1;
        for (; number >= 10; number /= 10) digits++;
        return digits;
    }
}
