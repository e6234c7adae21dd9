namespace PSDicom.Codecs.JpegLs;

/// <summary>Bit counts, where the framework has no access to those of the processor.</summary>
internal static class BitCount
{
    /// <summary>The number of leading zeros; 64 if there is no one.</summary>
    public static int LeadingZeros(ulong bits)
    {
        if (bits == 0) return 64;
        int zeros = 0;
        if (bits >> 32 == 0) (zeros, bits) = (32, bits << 32);
        if (bits >> 48 == 0) (zeros, bits) = (zeros + 16, bits << 16);
        if (bits >> 56 == 0) (zeros, bits) = (zeros + 8, bits << 8);
        for (; bits >> 63 == 0; bits <<= 1) zeros++;
        return zeros;
    }

    /// <summary>The smallest k for which <paramref name="count"/> shifted by it reaches <paramref name="sum"/> (ITU-T T.87 A.5.1).</summary>
    public static int GolombParameter(int count, int sum)
    {
        int k = 0;
        while (k < 24 && count << k < sum) k++;
        return k;
    }
}
