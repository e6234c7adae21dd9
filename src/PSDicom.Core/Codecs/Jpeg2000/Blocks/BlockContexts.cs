using System;

namespace PSDicom.Codecs.Jpeg2000.Blocks;

/// <summary>The contexts of coding passes (T.800 D.3), indexed by bits of <see cref="StripeFlags"/>.</summary>
internal static class BlockContexts
{
    public const int FirstSign = 9;
    public const int FirstRefinement = 14;

    /// <summary>The flag of a negative prediction in <see cref="Sign"/>.</summary>
    public const int SignFlip = 0x80;

    private static readonly byte[] VerticalHigh = BuildSignificance((h, v, d) => OneDirection(h, v, d));
    private static readonly byte[] HorizontalHigh = BuildSignificance((h, v, d) => OneDirection(v, h, d));
    private static readonly byte[] Diagonal = BuildSignificance(BothDirections);

    /// <summary>
    /// Sign contexts and predictions, indexed by the significance of N, W, E and S in bits 1, 3, 5, 7 and their signs in bits 0, 2, 4, 6.
    /// </summary>
    public static readonly byte[] Sign = BuildSign();

    /// <summary>Significance contexts of a sub-band, indexed by 9 bits of neighbours (T.800 table D.1).</summary>
    public static byte[] Significance(Subband band) =>
        band.IsHighX && band.IsHighY ? Diagonal : band.IsHighX ? HorizontalHigh : VerticalHigh;

    private static byte[] BuildSignificance(Func<int, int, int, int> context)
    {
        var table = new byte[512];
        for (int f = 0; f < table.Length; f++)
        {
            int h = Bit(f, StripeFlags.West) + Bit(f, StripeFlags.East);
            int v = Bit(f, StripeFlags.North) + Bit(f, StripeFlags.South);
            int d = Bit(f, StripeFlags.NorthWest) + Bit(f, StripeFlags.NorthEast) + Bit(f, StripeFlags.SouthWest) + Bit(f, StripeFlags.SouthEast);
            table[f] = (byte)context(h, v, d);
        }

        return table;
    }

    private static int OneDirection(int h, int v, int d)
    {
        if (h == 2) return 8;
        if (h == 1) return v >= 1 ? 7 : d >= 1 ? 6 : 5;
        if (v == 2) return 4;
        if (v == 1) return 3;
        return Math.Min(d, 2);
    }

    private static int BothDirections(int h, int v, int d)
    {
        int hv = h + v;
        if (d >= 3) return 8;
        if (d == 2) return hv >= 1 ? 7 : 6;
        if (d == 1) return hv >= 2 ? 5 : hv == 1 ? 4 : 3;
        return Math.Min(hv, 2);
    }

    /// <summary>T.800 tables D.2 and D.3.</summary>
    private static byte[] BuildSign()
    {
        var table = new byte[256];
        for (int f = 0; f < table.Length; f++)
        {
            int h = Math.Max(-1, Math.Min(1, Contribution(f >> 2) + Contribution(f >> 4)));
            int v = Math.Max(-1, Math.Min(1, Contribution(f) + Contribution(f >> 6)));
            bool isFlipped = h < 0 || (h == 0 && v < 0);
            if (isFlipped) (h, v) = (-h, -v);
            int context = h == 1 ? 3 + v : v;
            table[f] = (byte)((FirstSign + context) | (isFlipped ? SignFlip : 0));
        }

        return table;
    }

    private static int Contribution(int bits) => (bits & 2) == 0 ? 0 : (bits & 1) == 0 ? 1 : -1;

    private static int Bit(int flags, uint bit) => (flags & (int)bit) != 0 ? 1 : 0;
}
