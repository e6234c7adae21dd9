using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace PSDicom.Query;

/// <summary>
/// The location of an item: its sequence, its number, and the item that contains the sequence. Its text is made on demand, as deep nesting
/// makes it long.
/// </summary>
/// <param name="outer">The item that contains the sequence; null for the file's data set.</param>
/// <param name="sequence">The sequence.</param>
/// <param name="index">The number of the item, from 0.</param>
internal sealed class ItemPlace(ItemPlace? outer, DicomTag sequence, int index)
{
    private readonly ItemPlace? _outer = outer;
    private readonly DicomTag _sequence = sequence;
    private readonly int _index = index;

    /// <summary>The nesting depth of the item.</summary>
    public int Depth { get; } = outer is null ? 1 : outer.Depth + 1;

    /// <summary>The sequence of the file's data set that contains the item.</summary>
    public DicomTag Outermost { get; } = outer?.Outermost ?? sequence;

    /// <summary>The length of the place in the path of each element of the item, in characters.</summary>
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
