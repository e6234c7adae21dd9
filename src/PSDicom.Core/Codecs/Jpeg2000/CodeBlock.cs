namespace PSDicom.Codecs.Jpeg2000;

/// <summary>A code-block: what packet headers said of it so far.</summary>
internal sealed class CodeBlock(int x, int y, int width, int height)
{
    /// <summary>The place in the sub-band.</summary>
    public int X { get; } = x;

    public int Y { get; } = y;

    public int Width { get; } = width;

    public int Height { get; } = height;

    public bool IsIncluded { get; set; }

    /// <summary>How many of the highest bit-planes are 0.</summary>
    public int ZeroPlanes { get; set; }

    /// <summary>The state of the code for lengths (T.800 B.10.7.1).</summary>
    public int LengthBits { get; set; } = 3;

    /// <summary>Coding passes so far.</summary>
    public int Passes { get; set; }

    /// <summary>Where it stands with the HT block coder.</summary>
    public HighThroughputState HighThroughput { get; set; }

    /// <summary>Passes that come before the first HT cleanup pass and have no bytes.</summary>
    public int PlaceholderPasses { get; set; }

    /// <summary>The first contribution in <see cref="ContributionList"/>, or -1.</summary>
    public int First { get; set; } = -1;

    /// <summary>The last contribution, or -1.</summary>
    public int Last { get; set; } = -1;
}

/// <summary>Whether a code-block is coded by the HT block coder (T.814).</summary>
internal enum HighThroughputState
{
    /// <summary>No: by that of part 1.</summary>
    None,

    /// <summary>Only placeholder passes were there; in a mixed tile-component it may turn out to be one of part 1.</summary>
    Placeholder,

    /// <summary>Yes.</summary>
    Coded,
}

/// <summary>What a packet brings for one codeword segment of a code-block.</summary>
internal struct Contribution
{
    /// <summary>Where its bytes are among the tile's.</summary>
    public int Offset;

    public int Length;

    /// <summary>Coding passes that end in it.</summary>
    public int Passes;

    /// <summary>Whether it goes on with the codeword segment of the contribution before.</summary>
    public bool Continues;

    /// <summary>The next contribution to the same code-block, or -1.</summary>
    public int Next;
}
