namespace PSDicom.Codecs.Jpeg2000.Encoding.HighThroughput;

/// <summary>The samples of quads: four of each, column by column.</summary>
internal static unsafe class QuadSamples
{
    /// <summary>Converts two rows of coefficients.</summary>
    /// <param name="upper">The upper row.</param>
    /// <param name="lower">The lower row; null if there is none.</param>
    /// <param name="width">The number of columns.</param>
    /// <param name="odds">The resulting samples: twice the magnitude, less one; 0 for 0.</param>
    /// <param name="values">The resulting samples as they are coded: twice the magnitude less one, and the sign in the lowest bit.</param>
    public static void Load(int* upper, int* lower, int width, uint* odds, uint* values)
    {
        for (int x = 0; x < width + (width & 1); x++, odds += 2, values += 2)
        {
            Convert(x < width ? upper[x] : 0, odds, values);
            Convert(x < width && lower is not null ? lower[x] : 0, odds + 1, values + 1);
        }
    }

    /// <summary>The samples that are not 0.</summary>
    public static uint Significant(uint* odds) =>
        (odds[0] & 1) | ((odds[1] & 1) << 1) | ((odds[2] & 1) << 2) | ((odds[3] & 1) << 3);

    /// <summary>The samples that have a bit.</summary>
    public static uint WithBit(uint* odds, int bit) =>
        ((odds[0] >> bit) & 1) | (((odds[1] >> bit) & 1) << 1) | (((odds[2] >> bit) & 1) << 2) | (((odds[3] >> bit) & 1) << 3);

    private static void Convert(int value, uint* odd, uint* coded)
    {
        int sign = value >> 31;
        uint magnitude = (uint)((value ^ sign) - sign);
        *odd = magnitude == 0 ? 0 : (2 * magnitude) - 1;
        *coded = magnitude == 0 ? 0 : (2 * magnitude) - 2 - (uint)sign;
    }
}
