using System.Numerics;

namespace PSDicom.Codecs;

/// <summary>Bit counts.</summary>
internal static class Bits
{
    public static int LeadingZeros(ulong value) => BitOperations.LeadingZeroCount(value);

    public static int TrailingZeros(ulong value) => BitOperations.TrailingZeroCount(value);

    /// <summary>The number of bits up to the highest one that is set.</summary>
    public static int Length(uint value) => 32 - BitOperations.LeadingZeroCount(value);
}
