using System.Numerics;

namespace PSDicom.Codecs;

/// <summary>Counting bits.</summary>
internal static class Bits
{
    public static int LeadingZeros(ulong value) => BitOperations.LeadingZeroCount(value);

    public static int TrailingZeros(ulong value) => BitOperations.TrailingZeroCount(value);

    /// <summary>How many bits a number has up to its highest that is set.</summary>
    public static int Length(uint value) => 32 - BitOperations.LeadingZeroCount(value);
}
