using System;

namespace PSDicom.Codecs.Jpeg2000;

/// <summary>The HT cleanup pass (T.814 7.3): all samples down to one bit-plane, in quads of two by two.</summary>
internal static unsafe class CleanupPass
{
    private const int MostQuads = 512;

    /// <summary>The longest suffix: run-length and variable-length codes (T.814 7.1.1).</summary>
    private const int LongestSuffix = 4079;

    /// <summary>Decodes the segment of a cleanup pass.</summary>
    /// <param name="bytes">Its bytes; the last two are changed.</param>
    /// <param name="length">How many.</param>
    /// <param name="unstuffed">Memory for as many bytes and <see cref="ForwardBits.Padding"/>.</param>
    /// <param name="samples">Takes sign and magnitude in halves.</param>
    /// <param name="stride">The columns from one row to the next, even.</param>
    /// <param name="height">Rows.</param>
    /// <param name="plane">The bit-plane.</param>
    /// <returns>False if the bytes cannot be those of such a pass.</returns>
    public static bool Decode(byte* bytes, int length, byte* unstuffed, uint* samples, int stride, int height, int plane)
    {
        int suffix = (bytes[length - 1] << 4) | (bytes[length - 2] & 0xF);
        if (suffix < 2 || suffix > length || suffix > LongestSuffix) return false;
        byte* codes = bytes + (length - suffix);
        int bitCount = ForwardBits.Unstuff(bytes, length - suffix, unstuffed, 0xFF);
        BackwardBits words = BackwardBits.OfCleanup(codes, bytes + length);
        bytes[length - 1] = 0xFF;
        bytes[length - 2] |= 0x0F;
        var runs = new RunDecoder(codes, bytes + length);

        int quads = stride >> 1, position = 0;
        // With a quad before the first and behind the last, which are never significant.
        ushort* quadCodes = stackalloc ushort[MostQuads + 2];
        byte* residuals = stackalloc byte[MostQuads + 2];
        byte* significance = stackalloc byte[2 * (MostQuads + 2)], exponents = stackalloc byte[2 * ((2 * MostQuads) + 2)];
        new Span<byte>(significance, 2 * (MostQuads + 2)).Clear();
        new Span<byte>(exponents, 2 * ((2 * MostQuads) + 2)).Clear();
        byte* above = significance + 1, current = above + MostQuads + 2;
        byte* exponentsAbove = exponents + 1, exponentsHere = exponentsAbove + (2 * MostQuads) + 2;
        fixed (ushort* firstRow = QuadCodes.FirstRow, otherRows = QuadCodes.OtherRows)
        {
            for (int y = 0; y < height; y += 2, samples += 2 * stride)
            {
                QuadRow.Read(ref words, ref runs, y == 0 ? firstRow : otherRows, y == 0, quads, above, current, quadCodes, residuals);
                if (!MagnitudeRow.Read(unstuffed, bitCount, ref position, quadCodes, residuals, quads, y == 0, exponentsAbove, exponentsHere, samples, stride, plane))
                    return false;
                byte* next = above;
                above = current;
                current = next;
                next = exponentsAbove;
                exponentsAbove = exponentsHere;
                exponentsHere = next;
            }
        }

        return true;
    }
}
