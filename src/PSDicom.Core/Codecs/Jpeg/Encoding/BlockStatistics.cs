using System.Runtime.CompilerServices;

namespace PSDicom.Codecs.Jpeg.Encoding;

/// <summary>Counts the symbols of blocks, as <see cref="BlockCoder"/> would write them.</summary>
internal sealed unsafe class BlockStatistics
{
    private const int Symbols = 256;

    private readonly int[] _dc = new int[HuffmanCodes.Count];
    private readonly int[] _ac = new int[HuffmanCodes.Count];

    /// <inheritdoc cref="BlockCoder.Write"/>
    [MethodImpl(Compiled.AtOnce)]
    public void Add(short* coefficients, int prediction)
    {
        ulong rest = NonZeroCoefficients.Find(coefficients) & ~1UL;
        _dc[IndexOf(coefficients[0] - prediction)]++;
        nuint last = 0;
        fixed (byte* order = BlockOrder.OfZigZag)
        fixed (int* counts = _ac)
        {
            for (; rest != 0; rest &= rest - 1)
            {
                nuint k = (uint)Bits.TrailingZeros(rest), run = k - last - 1;
                for (; run > 15; run -= 16) counts[HuffmanCodes.SixteenZeros]++;
                counts[((int)run << HuffmanCodes.RunShift) + IndexOf(coefficients[order[k]])]++;
                last = k;
            }

            if (last < 63) counts[HuffmanCodes.EndOfBlock]++;
        }
    }

    /// <summary>Makes the best tables for the counted blocks.</summary>
    public DctTables MakeTables(int maxLength) => new(Make(_dc, maxLength), Make(_ac, maxLength));

    private static HuffmanSpecification Make(int[] counts, int maxLength)
    {
        var frequencies = new long[Symbols];
        for (int symbol = 0; symbol < Symbols; symbol++) frequencies[symbol] = counts[HuffmanCodes.IndexOf(symbol)];
        return HuffmanSpecification.Optimal(frequencies, maxLength);
    }

    /// <summary>The leading zeros of a value's size.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int IndexOf(int value)
    {
        int sign = value >> 31;
        return Bits.LeadingZeros((uint)((value ^ sign) - sign));
    }
}
