namespace PSDicom.Codecs.Jpeg2000.Blocks;

/// <summary>
/// The state of the four samples of a stripe column in one word. Shifted right by 3 for each row, the bits below are those of that row: the
/// significance of its neighbours, and its own sign, refinement and visit.
/// </summary>
internal static class StripeFlags
{
    /// <summary>The significance of the sample, and of its neighbours.</summary>
    public const uint NorthWest = 1u << 0;
    public const uint North = 1u << 1;
    public const uint NorthEast = 1u << 2;
    public const uint West = 1u << 3;
    public const uint Self = 1u << 4;
    public const uint East = 1u << 5;
    public const uint SouthWest = 1u << 6;
    public const uint South = 1u << 7;
    public const uint SouthEast = 1u << 8;
    public const uint Neighbors = 0x1EF;

    /// <summary>The sample is negative.</summary>
    public const int SignShift = 19;

    /// <summary>The sample was refined before.</summary>
    public const uint Refined = 1u << 20;

    /// <summary>The sample was coded in a pass of this bit-plane.</summary>
    public const uint Visited = 1u << 21;

    public const uint AllSelf = Self | (Self << 3) | (Self << 6) | (Self << 9);

    public const uint AllVisited = Visited | (Visited << 3) | (Visited << 6) | (Visited << 9);

    /// <summary>The sign of the sample above the stripe.</summary>
    public const int AboveSignShift = 18;

    /// <summary>The sign of the sample below the stripe.</summary>
    public const int BelowSignShift = 31;
}
