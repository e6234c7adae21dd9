namespace PSDicom.Codecs.Jpeg2000;

/// <summary>A code-block, and its state after the packet headers so far.</summary>
internal sealed class CodeBlock(int x, int y, int width, int height)
{
    /// <summary>The column in the sub-band.</summary>
    public int X { get; } = x;

    public int Y { get; } = y;

    public int Width { get; } = width;

    public int Height { get; } = height;

    public bool IsIncluded { get; set; }

    /// <summary>The number of highest bit-planes that are 0.</summary>
    public int ZeroPlanes { get; set; }

    /// <summary>The state of the code for lengths (T.800 B.10.7.1).</summary>
    public int LengthBits { get; set; } = 3;

    /// <summary>The number of coding passes so far.</summary>
    public int Passes { get; set; }

    /// <summary>The state with regard to the HT block coder.</summary>
    public HighThroughputState HighThroughput { get; set; }

    /// <summary>The number of passes without bytes before the first HT cleanup pass.</summary>
    public int PlaceholderPasses { get; set; }

    /// <summary>The first contribution in <see cref="ContributionList"/>, or -1.</summary>
    public int First { get; set; } = -1;

    /// <summary>The last contribution, or -1.</summary>
    public int Last { get; set; } = -1;
}

/// <summary>Whether a code-block is coded by the HT block coder (T.814).</summary>
internal enum HighThroughputState
{
    /// <summary>No: by the block coder of part 1.</summary>
    None,

    /// <summary>Only placeholder passes so far; in a mixed tile-component, it can still be a code-block of part 1.</summary>
    Placeholder,

    /// <summary>Yes.</summary>
    Coded,
}

/// <summary>The contribution of a packet to one codeword segment of a code-block.</summary>
internal struct Contribution
{
    /// <summary>The offset of its bytes in the tile.</summary>
    public int Offset;

    public int Length;

    /// <summary>The number of coding passes that end in it.</summary>
    public int Passes;

    /// <summary>Whether it continues the codeword segment of the previous contribution.</summary>
    public bool Continues;

    /// <summary>The next contribution to the same code-block, or -1.</summary>
    public int Next;
}
