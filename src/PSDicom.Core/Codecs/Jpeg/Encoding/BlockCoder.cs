using System.Runtime.CompilerServices;

namespace PSDicom.Codecs.Jpeg.Encoding;

/// <summary>Huffman coding of a block (T.81 F.1.2).</summary>
internal static unsafe class BlockCoder
{
    /// <summary>The maximum length of a block: 64 codes of at most 26 bits with their additional bits, one more for the DC coefficient.</summary>
    public const int MaxBytes = (64 * 26 / 8) + 1;

    /// <summary>The maximum length of a code. With 10 additional bits, two coefficients fit into the bits that a writer holds.</summary>
    public const int MaxCodeLength = 16;

    /// <summary>The same for samples of 12 bits, whose coefficients have 14 additional bits.</summary>
    public const int MaxCodeLengthOf12Bits = 12;

    /// <param name="shared">The writer.</param>
    /// <param name="coefficients">64 quantized coefficients in <see cref="BlockOrder"/>.</param>
    /// <param name="prediction">PRED: the DC coefficient of the component's previous block.</param>
    /// <param name="dcCodes">The codes of <see cref="HuffmanCodes"/>.</param>
    /// <param name="acCodes">The codes of <see cref="HuffmanCodes"/>.</param>
    [MethodImpl(Compiled.AtOnce)]
    public static void Write(ref JpegBitWriter shared, short* coefficients, int prediction, uint* dcCodes, uint* acCodes)
    {
        ulong rest = NonZeroCoefficients.Find(coefficients) & ~1UL;
        JpegBitWriter writer = shared;
        Add(ref writer, dcCodes, 0, coefficients[0] - prediction);
        writer.Flush();
        nuint last = 0;
        fixed (byte* order = BlockOrder.OfZigZag)
        {
            while (rest != 0)
            {
                AddNext(ref writer, ref rest, ref last, coefficients, order, acCodes);
                if (rest != 0) AddNext(ref writer, ref rest, ref last, coefficients, order, acCodes);
                writer.Flush();
            }
        }

        if (last < 63) Put(ref writer, acCodes[HuffmanCodes.EndOfBlock]);
        shared = writer;
    }

    /// <summary>Adds the next coefficient, and the runs of zeros before it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddNext(ref JpegBitWriter writer, ref ulong rest, ref nuint last, short* coefficients, byte* order, uint* codes)
    {
        nuint k = (uint)Bits.TrailingZeros(rest), run = k - last - 1;
        for (; run > 15; run -= 16) Put(ref writer, codes[HuffmanCodes.SixteenZeros]);
        Add(ref writer, codes, run << HuffmanCodes.RunShift, coefficients[order[k]]);
        last = k;
        rest &= rest - 1;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Put(ref JpegBitWriter writer, uint entry) =>
        writer.Put(entry >> HuffmanCodes.CodeShift, (int)(entry & HuffmanCodes.LengthMask));

    /// <summary>Adds the code of a value's category, and the value in as many bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(ref JpegBitWriter writer, uint* codes, nuint first, int value)
    {
        int sign = value >> 31;
        int zeros = Bits.LeadingZeros((uint)((value ^ sign) - sign));
        // A negative value has the bits of the value less one.
        uint additional = (uint)(value + sign) & (uint)(ulong.MaxValue >> zeros);
        uint entry = codes[first + (uint)zeros];
        writer.Add((entry >> HuffmanCodes.CodeShift) | additional, (int)(entry & HuffmanCodes.LengthMask));
    }
}
