namespace PSDicom.Codecs.Jpeg2000;

/// <summary>Integer divisions between grids.</summary>
internal static class Tiling
{
    public static int CeilDivide(int value, int divisor) => (int)CeilDivide((long)value, divisor);

    public static long CeilDivide(long value, long divisor) => (value + divisor - 1) / divisor;

    public static int CeilShift(long value, int bits) => (int)((value + (1L << bits) - 1) >> bits);

    /// <summary>The largest integer whose power of 2 is at most <paramref name="value"/>.</summary>
    public static int FloorLog2(int value)
    {
        int log = 0;
        while (value > 1)
        {
            value >>= 1;
            log++;
        }

        return log;
    }
}
