using System.Runtime.CompilerServices;
using PSDicom.Codecs;

namespace PSDicom.Images.Jpeg;

/// <summary>Huffman coding of a block (T.81 F.1.2).</summary>
internal static unsafe class BlockCoder
{
    /// <summary>More bytes than a block can need: 64 codes of at most 26 bits with their additional ones.</summary>
    public const int MostBytes = 64 * 26 / 8;

    /// <param name="shared">Takes the bits.</param>
    /// <param name="coefficients">64 quantized coefficients in <see cref="BlockOrder"/>.</param>
    /// <param name="prediction">PRED: the DC coefficient of the component's block before.</param>
    /// <param name="dcCodes">From <see cref="HuffmanCodes"/>.</param>
    /// <param name="acCodes">From <see cref="HuffmanCodes"/>.</param>
    public static void Write(ref BitWriter shared, short* coefficients, int prediction, uint* dcCodes, uint* acCodes)
    {
        ulong rest = NonZeroCoefficients.Find(coefficients) & ~1UL;
        BitWriter writer = shared;
        Put(ref writer, dcCodes, 0, coefficients[0] - prediction);
        nuint last = 0;
        fixed (byte* order = BlockOrder.OfZigZag)
        {
            while (rest != 0)
            {
                nuint k = (uint)Bits.TrailingZeros(rest), run = k - last - 1;
                for (; run > 15; run -= 16) Put(ref writer, acCodes[HuffmanCodes.SixteenZeros]);
                Put(ref writer, acCodes, run << HuffmanCodes.RunShift, coefficients[order[k]]);
                last = k;
                rest &= rest - 1;
            }
        }

        if (last < 63) Put(ref writer, acCodes[HuffmanCodes.EndOfBlock]);
        shared = writer;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Put(ref BitWriter writer, uint entry) =>
        writer.Put(entry >> HuffmanCodes.CodeShift, (int)(entry & HuffmanCodes.LengthMask));

    /// <summary>Puts the code of a value's category, and the value in as many bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Put(ref BitWriter writer, uint* codes, nuint first, int value)
    {
        int sign = value >> 31;
        int zeros = Bits.LeadingZeros((uint)((value ^ sign) - sign));
        // Of a negative value the bits of one less.
        uint additional = (uint)(value + sign) & (uint)(ulong.MaxValue >> zeros);
        uint entry = codes[first + (uint)zeros];
        writer.Put((entry >> HuffmanCodes.CodeShift) | additional, (int)(entry & HuffmanCodes.LengthMask));
    }
}
