using System;
using System.Runtime.CompilerServices;

namespace PSDicom.Codecs.Jpeg2000.Blocks;

/// <summary>
/// The state of the four samples of a stripe column in one word. Shifted right by 3 for each row, the bits below are those of that row: the
/// significance of its neighbours, and its own sign, refinement and visit.
/// </summary>
internal static unsafe class StripeFlags
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

    /// <summary>Begins a code-block: words for its columns and stripes, with a border of one. Missing rows of the last stripe are hidden.</summary>
    [MethodImpl(Compiled.AtOnce)]
    public static void Clear(uint* flags, int width, int height)
    {
        int stride = width + 2, rows = height & 3;
        new Span<uint>(flags, stride * (((height + 3) >> 2) + 2)).Clear();
        if (rows == 0) return;
        new Span<uint>(flags + ((1 + (height >> 2)) * stride) + 1, width).Fill(HiddenRows(rows));
    }

    /// <summary>
    /// The flags that hide the missing rows of a stripe of so many rows: as visited in all bit-planes, so that no pass codes them.
    /// </summary>
    public static uint HiddenRows(int rows) => rows == 0 ? 0 : AllVisited & ~(AllVisited >> (3 * (4 - rows)));

    /// <summary>The significance of the samples, in the places of <see cref="AllVisited"/>.</summary>
    public static uint SelfAtVisited(uint flags) => flags << 17;

    /// <summary>The index of the neighbours of a sample in <see cref="BlockContexts.Sign"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint SignNeighbors(uint* flag, int k)
    {
        uint f = *flag;
        int row = SignShift + (3 * k);
        uint above = f >> (k == 0 ? AboveSignShift : row - 3), below = f >> (row + 3);
        return ((f >> (3 * k)) & 0xAA) | (above & 1) | (((flag[-1] >> row) & 1) << 2) | (((flag[1] >> row) & 1) << 4) | ((below & 1) << 6);
    }

    /// <summary>Marks a sample as significant, and tells its neighbours.</summary>
    /// <param name="flag">The word of the sample.</param>
    /// <param name="stride">The distance of stripes in words.</param>
    /// <param name="k">The row in the stripe.</param>
    /// <param name="sign">1 if it is negative.</param>
    /// <param name="isCausal">Whether contexts are vertically causal: independent of the stripe below.</param>
    [MethodImpl(Compiled.AtOnce)]
    public static void MarkSignificant(uint* flag, int stride, int k, uint sign, bool isCausal)
    {
        int shift = 3 * k;
        flag[-1] |= East << shift;
        flag[0] |= (Self << shift) | (sign << (SignShift + shift));
        flag[1] |= West << shift;
        if (k == 0 && !isCausal)
        {
            uint* above = flag - stride;
            above[-1] |= SouthEast << 9;
            above[0] |= (South << 9) | (sign << BelowSignShift);
            above[1] |= SouthWest << 9;
        }
        else if (k == 3)
        {
            uint* below = flag + stride;
            below[-1] |= NorthEast;
            below[0] |= North | (sign << AboveSignShift);
            below[1] |= NorthWest;
        }
    }
}
