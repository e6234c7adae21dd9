using System;
using System.Runtime.CompilerServices;

namespace PSDicom.Codecs.Jpeg2000.HighThroughput;

/// <summary>The HT cleanup pass (T.814 7.3): all samples down to one bit-plane, in quads of 2 x 2.</summary>
internal static unsafe class CleanupPass
{
    private const int MaxQuads = 512;

    /// <summary>The quads of a row, with one before the first and some after the last that are never significant.</summary>
    private const int Row = MaxQuads + 8;

    /// <summary>The maximum length of the suffix: run-length and variable-length codes (T.814 7.1.1).</summary>
    private const int MaxSuffix = 4079;

    /// <summary>Decodes the segment of a cleanup pass.</summary>
    /// <param name="bytes">The bytes; the last two are changed.</param>
    /// <param name="length">The number of bytes.</param>
    /// <param name="unstuffed">Working memory for as many bytes and twice <see cref="ForwardBits.Padding"/>.</param>
    /// <param name="samples">The decoded samples: sign and magnitude in halves.</param>
    /// <param name="width">The number of columns.</param>
    /// <param name="stride">The distance of rows in samples, a multiple of four.</param>
    /// <param name="height">The number of rows.</param>
    /// <param name="plane">The bit-plane.</param>
    /// <returns>False if the bytes are not those of a cleanup pass.</returns>
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
