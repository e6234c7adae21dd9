using System;

namespace PSDicom.Codecs.Jpeg2000;

/// <summary>The contributions of all packets of a tile in order. Those of one code-block are linked.</summary>
internal sealed class ContributionList
{
    /// <summary>The length of a truncated contribution.</summary>
    public const int Lost = -1;

    private Contribution[] _items = new Contribution[64];

    public int Count { get; private set; }

    public ref Contribution this[int index] => ref _items[index];

    public void Add(CodeBlock block, int passes, int length, bool continues)
    {
        if (Count == _items.Length) Array.Resize(ref _items, 2 * Count);
        _items[Count] = new Contribution { Length = length, Passes = passes, Continues = continues, Next = -1 };
        if (block.First < 0) block.First = Count;
        else _items[block.Last].Next = Count;
        block.Last = Count++;
    }

    /// <summary>The number of bytes of a code-block, without truncated contributions.</summary>
    public int LengthOf(CodeBlock block)
    {
        int length = 0;
        for (int i = block.First; i >= 0; i = _items[i].Next) length += Math.Max(0, _items[i].Length);
        return length;
    }

    /// <summary>Marks a contribution and all later ones as truncated.</summary>
    public void MarkLost(int first)
    {
        for (int i = first; i < Count; i++) _items[i].Length = Lost;
    }
}
