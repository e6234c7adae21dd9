namespace PSDicom.Codecs;

/// <summary>Bit counts.</summary>
internal static class Bits
{
    public static int LeadingZeros(ulong value)
    {
        uint high = (uint)(value >> 32);
        return high != 0 ? 32 - Length(high) : 64 - Length((uint)value);
    }

    public static int TrailingZeros(ulong value) => value == 0 ? 64 : 63 - LeadingZeros(value & (~value + 1));

    /// <summary>The number of bits up to the highest one that is set.</summary>
    public static int Length(uint value)
    {
        int length = 0;
        if (value >= 1 << 16)
        {
            length = 16;
            value >>= 16;
        }

        if (value >= 1 << 8)
        {
            length += 8;
            value >>= 8;
        }

        if (value >= 1 << 4)
        {
            length += 4;
            value >>= 4;
        }

        // The lengths of 0 to 15, four bits each.
        return length + (int)((0x4444_4444_3333_2210UL >> (int)(4 * value)) & 0xF);
    }
}
