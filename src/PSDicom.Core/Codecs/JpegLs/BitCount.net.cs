using System.Numerics;

namespace PSDicom.Codecs.JpegLs;

/// <summary>Bit counts of the processor.</summary>
internal static class BitCount
{
    /// <summary>The number of leading zeros; 64 if there is no one.</summary>
    public static int LeadingZeros(ulong bits) => BitOperations.LeadingZeroCount(bits);

    /// <summary>The smallest k for which <paramref name="count"/> shifted by it reaches <paramref name="sum"/> (ITU-T T.87 A.5.1).</summary>
    public static int GolombParameter(int count, int sum)
    {
        int k = BitOperations.LeadingZeroCount((uint)count) - BitOperations.LeadingZeroCount((uint)sum);
        k &= ~(k >> 31);
        return k + (int)((uint)((count << k) - sum) >> 31);
    }
}
