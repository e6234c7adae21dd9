using System;
using System.Runtime.CompilerServices;

namespace PSDicom.Codecs.Jpeg2000.HighThroughput;

/// <summary>The HT cleanup pass (T.814 7.3): all samples down to one bit-plane, in quads of two by two.</summary>
internal static unsafe class CleanupPass
{
    private const int MaxQuads = 512;

    /// <summary>Quads of a row, and one before the first and some behind the last, which are never significant.</summary>
    private const int Row = MaxQuads + 8;

    /// <summary>The longest suffix: run-length and variable-length codes (T.814 7.1.1).</summary>
    private const int MaxSuffix = 4079;

    /// <summary>Decodes the segment of a cleanup pass.</summary>
    /// <param name="bytes">Its bytes; the last two are changed.</param>
    /// <param name="length">How many.</param>
    /// <param name="unstuffed">Memory for as many bytes and twice <see cref="ForwardBits.Padding"/>.</param>
    /// <param name="samples">Takes sign and magnitude in halves.</param>
    /// <param name="width">Columns.</param>
    /// <param name="stride">The columns from one row to the next, a multiple of four.</param>
    /// <param name="height">Rows.</param>
    /// <param name="plane">The bit-plane.</param>
    /// <returns>False if the bytes cannot be those of such a pass.</returns>
    [MethodImpl(Compiled.AtOnce)]
    public static bool Decode(byte* bytes, int length, byte* unstuffed, uint* samples, int width, int stride, int height, int plane)
    {
        int suffix = (bytes[length - 1] << 4) | (bytes[length - 2] & 0xF);
        if (suffix < 2 || suffix > length || suffix > MaxSuffix) return false;
        byte* codes = bytes + (length - suffix), unstuffedCodes = unstuffed + (length - suffix) + ForwardBits.Padding;
        var magnitudes = new MagnitudeBits(unstuffed, ForwardBits.Unstuff(bytes, length - suffix, unstuffed, 0xFF));
        var words = new BitWindow(unstuffedCodes, BackwardBits.UnstuffCleanup(codes, bytes + length, unstuffedCodes));
        bytes[length - 1] = 0xFF;
        bytes[length - 2] |= 0x0F;
        var runs = new RunDecoder(codes, bytes + length);

        int count = (width + 1) >> 1;
        uint* quads = stackalloc uint[2 * Row], lower = stackalloc uint[2 * Row];
        new Span<uint>(quads, 2 * Row).Clear();
        new Span<uint>(lower, 2 * Row).Clear();
        uint* above = quads + 1, current = above + Row;
        fixed (uint* firstRow = QuadCodes.FirstRow, otherRows = QuadCodes.OtherRows)
        {
            for (int y = 0; y < height; y += 2, samples += 2 * stride)
            {
                QuadRow.Read(ref words, ref runs, y == 0 ? firstRow : otherRows, y == 0, count, above, current);
                if (!MagnitudeRow.Read(ref magnitudes, current, count, lower + 2, samples, stride, plane)) return false;
                uint* next = above;
                above = current;
                current = next;
            }
        }

        return true;
    }
}
